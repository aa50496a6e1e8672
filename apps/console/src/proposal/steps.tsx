import { lazy, Suspense } from 'react';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { described, FaultsAt } from '../forms/error-summary.js';
import { CommitteePicker, MemberPicker } from '../forms/pickers.js';
import type { FieldFault } from '../forms/typed.js';
import { Loading } from '../parts/page.js';
import { useLabels } from '../forms/labels.js';
import { Candidates } from './candidates.js';
import { faultsAt, ownStatement, proposalId, type Proposal, type Step } from './plan.js';

const PartnerFinder = lazy(() => import('./finder.js'));

export interface StepProps {
  readonly proposal: Proposal;
  readonly change: (part: Partial<Proposal>) => void;
  readonly faults: readonly FieldFault[];
}

function Radios<K extends 'type' | 'side'>({
  name,
  legend,
  options,
  proposal,
  change,
  faults,
}: StepProps & {
  readonly name: K;
  readonly legend: string;
  readonly options: readonly (readonly [Proposal[K], string, string])[];
}) {
  const id = proposalId(`/${name}`);
  const own = faultsAt(faults, name);
  return (
    <fieldset
      className={own.length > 0 ? 'group wrong' : 'group'}
      aria-describedby={described(id, own)['aria-describedby']}
    >
      <legend>{legend}</legend>
      <FaultsAt faults={own} id={id} />
      {options.map(([value, text, help], i) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            id={i === 0 ? id : undefined}
            name={name}
            value={value}
            checked={proposal[name] === value}
            onChange={() => {
              change({ [name]: value });
            }}
          />
          <span>
            <strong>{text}</strong>
            <br />
            <span className="quiet-text">{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function KindStep(props: StepProps) {
  const { t } = useSignedIn();
  return (
    <>
      <Radios
        {...props}
        name="type"
        legend={t.proposal.which}
        options={(['P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'] as const).map(
          (type) => [type, t.types[type].name, t.types[type].help] as const,
        )}
      />
      <Radios
        {...props}
        name="side"
        legend={t.proposal.side}
        options={[
          ['LEAD', t.sides.lead, t.proposal.asLead],
          ['TWINNED', t.sides.twinned, t.proposal.asTwinned],
        ]}
      />
    </>
  );
}

export function CommitteeStep({ proposal, change, faults }: StepProps) {
  const { t } = useSignedIn();
  const wrong = faultsAt(faults, 'committee');
  const wrongGroup = faultsAt(faults, 'workingGroup');
  return (
    <>
      <div className={wrong.length > 0 ? 'field wrong' : 'field'}>
        <label htmlFor="proposal-committee">{t.proposal.committee}</label>
        <p className="help" id="proposal-committee-help">
          {t.proposal.committeeHelp}
        </p>
        <FaultsAt faults={wrong} id="proposal-committee" />
        <CommitteePicker
          id="proposal-committee"
          {...described('proposal-committee', wrong, true)}
          value={proposal.committee}
          onPick={(committee) => {
            change({ committee });
          }}
        />
      </div>
      {proposal.type === 'CONVENOR' && (
        <div className={wrongGroup.length > 0 ? 'field wrong' : 'field'}>
          <label htmlFor="proposal-workingGroup">{t.proposal.workingGroup}</label>
          <p className="help" id="proposal-workingGroup-help">
            {t.proposal.workingGroupHelp}
          </p>
          <FaultsAt faults={wrongGroup} id="proposal-workingGroup" />
          <input
            id="proposal-workingGroup"
            {...described('proposal-workingGroup', wrongGroup, true)}
            className="short"
            autoComplete="off"
            value={proposal.workingGroup}
            onChange={(e) => {
              change({ workingGroup: e.target.value });
            }}
          />
        </div>
      )}
    </>
  );
}

export function PartnerStep({ proposal, change, faults }: StepProps) {
  const { t, me } = useSignedIn();
  const { committee, side, type, workingGroup } = proposal;
  const onPick = (partner: string) => {
    change({ partner });
  };
  const isOpen = committee !== '' && proposal.partner === '';
  const wrong = faultsAt(faults, 'partner');
  return (
    <>
      <p>{side === 'LEAD' ? t.proposal.findTwinned : t.proposal.findLead}</p>
      <div className={wrong.length > 0 ? 'field wrong' : 'field'}>
        <label htmlFor="proposal-partner">
          {t.proposal.partner} <span className="optional">{t.form.optional}</span>
        </label>
        <FaultsAt faults={wrong} id="proposal-partner" />
        <MemberPicker
          id="proposal-partner"
          {...described('proposal-partner', wrong)}
          value={proposal.partner}
          onPick={onPick}
        />
      </div>
      {isOpen &&
        (side === 'TWINNED' && type !== '' && me.member !== null ? (
          <Suspense fallback={<Loading />}>
            <PartnerFinder
              sought={{
                twinned: me.member,
                committee: Number(committee),
                type,
                ...(workingGroup.trim() !== '' && { workingGroup: workingGroup.trim() }),
              }}
              onPick={onPick}
            />
          </Suspense>
        ) : (
          <Candidates committee={committee} seeks={side === 'LEAD' ? 'O' : 'P'} onPick={onPick} />
        ))}
      <p className="quiet-text">{t.proposal.later}</p>
    </>
  );
}

export function WordsStep({ proposal, change, faults }: StepProps) {
  const { t } = useSignedIn();
  const labels = useLabels();
  return (
    <>
      {([ownStatement(proposal), 'goals'] as const).map((name) => {
        const id = proposalId(`/${name}`);
        const wrong = faultsAt(faults, name);
        return (
          <div className={wrong.length > 0 ? 'field wrong' : 'field'} key={name}>
            <label htmlFor={id}>
              {labels.label(name)} <span className="optional">{t.form.optional}</span>
            </label>
            <p className="help" id={`${id}-help`}>
              {labels.help(name)}
            </p>
            <FaultsAt faults={wrong} id={id} />
            <textarea
              id={id}
              rows={5}
              {...described(id, wrong, true)}
              value={proposal[name]}
              onChange={(e) => {
                change({ [name]: e.target.value });
              }}
            />
          </div>
        );
      })}
      <p className="help">{t.form.kept}</p>
    </>
  );
}

export function CheckStep({ proposal, goTo }: StepProps & { readonly goTo: (step: Step) => void }) {
  const { t, client, language } = useSignedIn();
  const labels = useLabels();
  const { committee, partner, type, side } = proposal;
  const one = useResource(committee === '' ? null : `committee ${committee}`, () =>
    answered(
      client.GET('/v1/registry/committees/{id}', { params: { path: { id: Number(committee) } } }),
    ),
  );
  const other = useResource(partner === '' ? null : `member ${partner}`, () =>
    answered(
      client.GET('/v1/registry/members/{id}', { params: { path: { id: Number(partner) } } }),
    ),
  );
  const title = one.data?.[language === 'fr' ? 'titleFr' : 'titleEn'] ?? one.data?.['titleEn'];
  const own = ownStatement(proposal);
  const rows: readonly (readonly [Step, string, string])[] = [
    ['kind', t.agreements.type, type === '' ? '–' : t.types[type].name],
    ['kind', t.proposal.side, side === '' ? '–' : t.sides[side === 'LEAD' ? 'lead' : 'twinned']],
    [
      'committee',
      t.agreements.committee,
      [one.data?.['reference'], title, proposal.workingGroup]
        .filter((part) => typeof part === 'string' && part !== '')
        .join(' – ') || '–',
    ],
    [
      'partner',
      t.proposal.partner,
      partner === ''
        ? t.proposal.nobodyYet
        : typeof other.data?.['acronym'] === 'string'
          ? other.data['acronym']
          : partner,
    ],
    ['words', labels.label(own), proposal[own] || '–'],
    ['words', labels.label('goals'), proposal.goals || '–'],
  ];
  return (
    <>
      <dl className="answers">
        {rows.map(([step, name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose" dir="auto">
              {text}
            </dd>
            <dd>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  goTo(step);
                }}
              >
                {t.proposal.change} <span className="hidden">{name}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p>{partner === '' ? t.proposal.whatHappensAlone : t.proposal.whatHappens}</p>
    </>
  );
}
