import { lazy, Suspense, useState } from 'react';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Explained } from '../parts/explained.js';
import { Link } from '../parts/link.js';
import { DueDate, Loaded, Loading, Since } from '../parts/page.js';
import { takeFocus } from '../parts/take-focus.js';
import { useWords } from '../words.js';
import { grouped } from './action-groups.js';
import { DeadlineFile } from './deadline-file.js';
import type { Action, AgreementAnswer, Deadline } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { mayOwe } from './own-duties.js';
import { agreementTexts } from './texts.js';

const WhatIf = lazy(() => import('./what-if.js'));

/** Whose move it is, what the person may do, and what happens if nobody acts. */
export function NowView({ agreement }: { readonly agreement: AgreementAnswer }) {
  return (
    <>
      <Duties agreement={agreement} />
      <Actions agreement={agreement} />
      <Deadlines agreement={agreement} />
    </>
  );
}

function Duties({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t, me } = useSignedIn();
  const allowed = new Set(agreement.actions.filter((a) => a.allowed).map((a) => a.command));
  const noMoves = agreement.withheld.length > 0 ? t.agreement.noMovesShown : t.agreement.noMoves;
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{t.agreement.moves}</h2>
      {agreement.duties.length === 0 ? (
        <NothingYet agreement={agreement} title={noMoves} in="moves" />
      ) : (
        <ul className="moves">
          {agreement.duties.map((duty) => {
            const mine = mayOwe(duty, agreement, me.member)
              ? duty.commands.find((command) => allowed.has(command))
              : undefined;
            return (
              <li key={duty.id + duty.desk}>
                <strong>{t.desks[duty.desk] ?? duty.desk}</strong>
                {t.colon}
                {mine === undefined ? (
                  duty.text
                ) : (
                  <Link to={`/agreements/${agreement.id}/do/${mine}`}>{duty.text}</Link>
                )}
                <br />
                <span className="quiet-text">
                  <Since at={duty.since} />
                  {duty.due !== null && (
                    <>
                      {' · '}
                      {t.inbox.dueAt} <DueDate at={duty.due} />
                    </>
                  )}
                  {' · '}
                  {t.clause(duty.clause)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Why these are closed, said once for all that are closed for the same reason. */
function byReason(closed: readonly Action[]): readonly (readonly [string, readonly Action[]])[] {
  const groups = new Map<string, Action[]>();
  for (const action of closed) {
    const reason = action.refusal?.title ?? '';
    groups.set(reason, [...(groups.get(reason) ?? []), action]);
  }
  return [...groups];
}

function Actions({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t, me } = useSignedIn();
  const x = useTexts(agreementTexts).actions;
  const open = agreement.actions.filter((action) => action.allowed);
  const closed = agreement.actions.filter((action) => !action.allowed);
  const owed = agreement.duties.filter((duty) => mayOwe(duty, agreement, me.member));
  // In the order in which the duty names them: what is asked for before the way out of it.
  const due = [...new Set(owed.flatMap((duty) => duty.commands))].flatMap(
    (command) => open.find((action) => action.command === command) ?? [],
  );
  const first = new Set(
    owed.map(({ commands }) => due.find(({ command }) => commands.includes(command))),
  );
  const at = (action: Action) => `/agreements/${agreement.id}/do/${action.command}`;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t.agreement.actions}</h2>
      {open.length === 0 ? (
        <NothingYet agreement={agreement} title={t.agreement.noActions} in="actions" />
      ) : (
        <div className="actions">
          {due.length > 0 && (
            <ul className="due-actions" aria-label={x.due}>
              {due.map((action) => (
                <li key={action.command}>
                  <Link className={first.has(action) ? 'button primary' : 'button'} to={at(action)}>
                    {action.text}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <div className="action-groups">
            {grouped(open.filter((action) => !due.includes(action))).map(([group, actions]) => (
              <div key={group}>
                <h3>{x.groups[group]}</h3>
                <ul>
                  {actions.map((action) => (
                    <li key={action.command}>
                      <Link to={at(action)}>{action.text}</Link>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </div>
      )}
      {closed.length > 0 && (
        <details>
          <summary>{t.agreement.closedActions(closed.length)}</summary>
          {byReason(closed).map(([reason, actions]) => (
            <div className="closed" key={reason}>
              <h3>{reason}</h3>
              <p className="quiet-text">{actions[0]?.refusal?.help}</p>
              <ul>
                {actions.map((action) => (
                  <li key={action.command}>{action.text}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function Deadlines({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t, client, language } = useSignedIn();
  const x = useTexts(agreementTexts).whatIf;
  const [played, setPlayed] = useState(false);
  const word = useWords();
  const deadlines = useResource(
    `deadlines ${agreement.id} ${String(agreement.version)} ${language}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/deadlines', {
          params: { path: { agreement: agreement.id } },
        }),
      ),
  );
  const row = (d: Deadline) => (
    <li key={d.timer + d.step + d.subject + d.due}>
      <DueDate at={d.due} lastDay={d.lastDay} />
      <p>
        <Explained text={d.text} />
      </p>
      <p className="quiet-text">
        {d.whose === 'NOBODY' ? t.agreement.byItself : word(d.whose, 'whose')} ·{' '}
        {t.clause(d.clause)}
      </p>
      <DeadlineFile agreement={agreement.id} deadline={d} />
    </li>
  );
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t.agreement.ifNobodyActs}</h2>
      <Loaded of={deadlines}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingYet agreement={agreement} title={t.agreement.noDeadlines} in="deadlines" />
          ) : (
            <>
              <ol className="deadlines">{items.slice(0, 5).map(row)}</ol>
              {items.length > 5 && (
                <details>
                  <summary>{t.agreement.laterDeadlines(items.length - 5)}</summary>
                  <ol className="deadlines">{items.slice(5).map(row)}</ol>
                </details>
              )}
            </>
          )
        }
      </Loaded>
      {/* What would happen tells of every part: it is for who reads them all. */}
      {agreement.withheld.length > 0 ? null : played ? (
        <div tabIndex={-1} ref={takeFocus}>
          <Suspense fallback={<Loading />}>
            <WhatIf agreement={agreement} />
          </Suspense>
        </div>
      ) : (
        <button
          type="button"
          onClick={() => {
            setPlayed(true);
          }}
        >
          {x.open}
        </button>
      )}
    </section>
  );
}
