import { answered, useResource } from '../api.js';
import { useConsole } from '../console.js';
import { Link } from '../parts/link.js';
import { Day } from '../parts/page.js';
import { countryIn } from '../registry/country.js';
import { textOf } from '../registry/items.js';
import type { Texts } from '../i18n/en.js';
import type { AgreementAnswer } from './model.js';
import { PHASES } from './phase-list.js';
import { stepsOf } from './phases.js';

export const titleOf = (agreement: AgreementAnswer, t: Texts): string =>
  `${agreement.lead?.acronym ?? t.open} – ${agreement.twinned?.acronym ?? t.open}`;

/** What the heading shows: of the agreement as it is, or as it was. */
export type Heading = Pick<
  AgreementAnswer,
  | 'lead'
  | 'twinned'
  | 'committee'
  | 'workingGroup'
  | 'typeText'
  | 'status'
  | 'statusText'
  | 'phase'
  | 'term'
  | 'approval'
  | 'negotiation'
  | 'evaluation'
>;

/** Committee, type and status in one line: what stays in view. */
export function Standing({ agreement }: { readonly agreement: Heading }) {
  const { committee, workingGroup, typeText } = agreement;
  return (
    <p className="standing">
      {committee !== null && (
        <Link to={`/registry/committees/${String(committee.id)}`}>
          {committee.reference ?? committee.id}
        </Link>
      )}{' '}
      {workingGroup !== null && `· ${workingGroup} `}· {typeText} · <Status agreement={agreement} />
    </p>
  );
}

function Status({ agreement }: { readonly agreement: Heading }) {
  return (
    <span className={`status status-${agreement.phase.toLowerCase()}`}>{agreement.statusText}</span>
  );
}

/** Both partners on an equal footing, the committee, the type, where it stands. */
export function AgreementHeader({
  agreement,
  isBelowStanding = false,
}: {
  readonly agreement: Heading;
  /** Type and status are said above already. */
  readonly isBelowStanding?: boolean;
}) {
  const { t } = useConsole();
  const body = (side: 'lead' | 'twinned') => {
    const of = agreement[side];
    return (
      <div className={`partner partner-${side}`}>
        <span className="role">{t.sides[side]}</span>
        {of === null ? (
          <span className="name">{t.open}</span>
        ) : (
          <>
            <Link className="name" to={`/registry/members/${String(of.member)}`}>
              {of.acronym ?? of.member}
            </Link>
            <Country member={of.member} />
          </>
        )}
      </div>
    );
  };
  const { committee, term } = agreement;
  return (
    <section className="agreement-header" aria-label={t.agreement.summary}>
      <div className="partners">
        {body('lead')}
        {body('twinned')}
      </div>
      <dl className="facts">
        <div>
          <dt>{t.agreements.committee}</dt>
          <dd>
            {committee === null ? (
              '–'
            ) : (
              <Link to={`/registry/committees/${String(committee.id)}`}>
                {committee.reference ?? committee.id}
              </Link>
            )}{' '}
            {committee?.title}
            {agreement.workingGroup !== null && ` · ${agreement.workingGroup}`}
          </dd>
        </div>
        {!isBelowStanding && (
          <>
            <div>
              <dt>{t.agreements.type}</dt>
              <dd>{agreement.typeText}</dd>
            </div>
            <div>
              <dt>{t.agreements.status}</dt>
              <dd>
                <Status agreement={agreement} />
              </dd>
            </div>
          </>
        )}
        {term !== null && (
          <div>
            <dt>{t.agreements.term}</dt>
            <dd>
              <Day day={term.start} /> – <Day day={term.end} />
            </dd>
          </div>
        )}
      </dl>
      <Stepper agreement={agreement} />
    </section>
  );
}

/** Nothing while it is not known: the acronym stands without it. */
function Country({ member }: { readonly member: number }) {
  const { client, language } = useConsole();
  const { data } = useResource(`registry member ${String(member)}`, () =>
    answered(client.GET('/v1/registry/members/{id}', { params: { path: { id: member } } })),
  );
  // The line is there from the beginning: nothing moves when the name comes.
  return <span className="country">{countryIn(language, textOf(data?.['country'])) || ' '}</span>;
}

function Stepper({ agreement }: { readonly agreement: Heading }) {
  const { t } = useConsole();
  return (
    <ol className="stepper" aria-label={t.agreement.lifecycle}>
      {stepsOf(agreement, PHASES).map(({ phase, state, note }) => (
        <li
          key={phase}
          className={`step step-${state.toLowerCase()}${note === 'BLOCKED' ? ' step-blocked' : ''}`}
          aria-current={state === 'CURRENT' ? 'step' : undefined}
        >
          <span className="step-name">{t.phases[phase]}</span>
          <span className="step-state">
            {t.steps[phase === 'CLOSED' && state === 'CURRENT' ? 'DONE' : (note ?? state)]}
          </span>
        </li>
      ))}
    </ol>
  );
}
