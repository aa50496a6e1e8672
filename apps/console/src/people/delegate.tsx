import { useState } from 'react';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { described, FaultsAt } from '../forms/error-summary.js';
import { faultsWithin } from '../forms/faults.js';
import { Outcome } from '../forms/outcome.js';
import type { FieldFault } from '../forms/typed.js';
import { useTexts } from '../i18n/own-texts.js';
import { arrangesForOthers, givable, ownRoles } from './grants.js';
import type { PartProps } from './part.js';
import { PersonSelect } from './person-select.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

const WHYS = ['ABSENCE', 'DELEGATION'] as const;

const idOf = (pointer: string): string => `delegate${pointer.replaceAll('/', '-')}`;

/** For some days somebody of the same body may do what one may oneself, or what an absent colleague may. */
export function Delegate({ body, staff, standing, onBegin, onDone }: PartProps) {
  const { t, me, now } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { sent, busy, faults, submit } = usePeopleCommand(body, onBegin);
  const today = zurichDay(now());
  const [picked, setFrom] = useState(me.person);
  const [given, setGiven] = useState({ to: '', role: '', start: today, end: today });
  const [reason, setReason] = useState<(typeof WHYS)[number]>('ABSENCE');
  const present = staff.people.filter((p) => p.state !== 'ENDED');
  const settled = present.filter((p) => p.state === 'ACTIVE');
  const colleagues = arrangesForOthers(me, standing, body)
    ? settled.filter((p) => p.person !== me.person)
    : [];
  const mine = settled.some((p) => p.person === me.person) ? ownRoles(me) : [];
  const from = mine.length === 0 && picked === me.person ? (colleagues[0]?.person ?? '') : picked;
  const roles =
    from === me.person
      ? mine
      : (settled.find((p) => p.person === from)?.grants.map((g) => g.role) ?? []).filter((each) =>
          givable(standing, body).some((own) => own === each),
        );
  const role = roles.includes(given.role) ? given.role : (roles[0] ?? '');
  const deputies = present.filter((p) => ![from, me.person].includes(p.person));
  if (mine.length === 0 && colleagues.length === 0) {
    return <p className="quiet-text">{x.nothingToDelegate}</p>;
  }
  const wrongRole = faultsWithin(faults, '/role');
  const change = (part: Partial<typeof given>) => {
    setGiven({ ...given, ...part });
  };
  const labels: Readonly<Record<string, string>> = {
    ...{ from: x.delegateFor, to: x.delegateTo, role: x.role },
    ...{ start: x.start, end: x.endDay, reason: x.why },
  };
  const wrong = (): readonly FieldFault[] => {
    const { to, start, end } = given;
    const days = (['start', 'end'] as const).filter((edge) => given[edge] === '');
    return [
      ...(role === '' ? [{ pointer: '/role', code: 'MISSING' as const, said: x.chooseRole }] : []),
      ...(to === '' ? [{ pointer: '/to', code: 'MISSING' as const, said: x.choosePerson }] : []),
      ...days.map((edge) => ({ pointer: `/${edge}`, code: 'INVALID', shape: 'DAY' }) as const),
      ...(days.length === 0 && end < start
        ? [{ pointer: '/end', code: 'INVALID' as const, said: x.endsBefore }]
        : []),
    ];
  };
  const send = () => {
    const payload = {
      ...(from !== me.person && { from }),
      ...{ to: given.to, role, start: given.start, end: given.end, reason },
    };
    void submit('delegate', payload, wrong()).then((done) => {
      if (!done) return;
      change({ to: '' });
      onDone();
    });
  };
  return (
    <details className="people-form">
      <summary>{x.delegate}</summary>
      <p>{x.delegateLead}</p>
      {deputies.length === 0 ? (
        <p className="notice">{x.nobodyElse}</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {sent !== null && (
            <Outcome
              sent={sent}
              agreement={null}
              readVersion={null}
              onProved={send}
              idOf={idOf}
              nameOf={(pointer) => labels[pointer.slice(1)] ?? ''}
            />
          )}
          {colleagues.length > 0 && (
            <PersonSelect
              id={idOf('/from')}
              label={x.delegateFor}
              faults={faultsWithin(faults, '/from')}
              people={[
                ...(mine.length > 0 ? [{ person: me.person, name: x.mine }] : []),
                ...colleagues,
              ]}
              value={from}
              onPick={setFrom}
            />
          )}
          <div className={wrongRole.length > 0 ? 'field wrong' : 'field'}>
            <label htmlFor="delegate-role">{x.role}</label>
            <FaultsAt faults={wrongRole} id="delegate-role" />
            <select
              id="delegate-role"
              {...described('delegate-role', wrongRole)}
              value={role}
              onChange={(e) => {
                change({ role: e.target.value });
              }}
            >
              {roles.map((each) => (
                <option key={each} value={each}>
                  {x.roleNames[each] ?? each}
                </option>
              ))}
            </select>
          </div>
          <PersonSelect
            id={idOf('/to')}
            label={x.delegateTo}
            faults={faultsWithin(faults, '/to')}
            people={deputies}
            value={given.to}
            onPick={(to) => {
              change({ to });
            }}
          />
          <p className="help">{x.days}</p>
          <div className="row">
            {(['start', 'end'] as const).map((edge) => {
              const id = idOf(`/${edge}`);
              const own = faultsWithin(faults, `/${edge}`);
              return (
                <div key={edge} className={own.length > 0 ? 'field wrong' : 'field'}>
                  <label htmlFor={id}>{labels[edge]}</label>
                  <FaultsAt faults={own} id={id} />
                  <input
                    id={id}
                    type="date"
                    className="short"
                    min={edge === 'start' ? today : given.start}
                    {...described(id, own)}
                    value={given[edge]}
                    onChange={(e) => {
                      change({ [edge]: e.target.value });
                    }}
                  />
                </div>
              );
            })}
          </div>
          <fieldset>
            <legend>{x.why}</legend>
            {WHYS.map((each) => (
              <label key={each} className="choice">
                <input
                  type="radio"
                  name="delegate-why"
                  checked={reason === each}
                  onChange={() => {
                    setReason(each);
                  }}
                />
                {x.whys[each]}
              </label>
            ))}
          </fieldset>
          <button className="primary" disabled={busy}>
            {busy ? t.form.sending : x.delegate}
          </button>
        </form>
      )}
    </details>
  );
}
