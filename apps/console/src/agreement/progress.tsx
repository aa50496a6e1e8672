import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Day, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import { modelOf, type AgreementAnswer } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { Packages } from './packages.js';
import { cannotStartYet, mayRecordItems, partsOf, planOf, type PlanNow } from './plan.js';
import { agreementTexts } from './texts.js';

/** The plan beside what has been done: milestones, tasks, meetings, everything recorded. */
export function ProgressView({ agreement }: { readonly agreement: AgreementAnswer }) {
  const x = useTexts(agreementTexts).work;
  const word = useWords();
  const { execution, negotiation } = modelOf(agreement);
  if (negotiation.openedAt === null)
    return <NothingYet agreement={agreement} title={x.notYet} in="work" />;
  const plan = planOf(agreement);
  return (
    <>
      {execution.causes.length > 0 && (
        <section className="notice bad" aria-labelledby="causes">
          <h2 id="causes">{x.causes}</h2>
          <ul>
            {execution.causes.map((cause) => (
              <li key={cause.cause + cause.subject}>
                {word(cause.cause, 'cause')} {cause.subject} · <Moment at={cause.since} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Milestones plan={plan} agreement={agreement} />
      {plan.workPackages.length > 0 && <Packages plan={plan} agreement={agreement} />}
      {plan.tasks.length > 0 && <Tasks plan={plan} />}
      <Meetings agreement={agreement} />
      <Records agreement={agreement} />
    </>
  );
}

function Milestones({
  plan,
  agreement,
}: {
  readonly plan: PlanNow;
  readonly agreement: AgreementAnswer;
}) {
  const { now } = useSignedIn();
  const x = useTexts(agreementTexts).work;
  const today = zurichDay(now());
  const mayRecord = mayRecordItems(agreement);
  const isTooEarly = cannotStartYet(agreement);
  const standing = (dueOn: string) =>
    isTooEarly ? (
      <span className="quiet-text">{x.cannotStart}</span>
    ) : dueOn < today ? (
      <span className="late">{x.late}</span>
    ) : (
      x.open
    );
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones">{x.milestones}</h2>
      {plan.milestones.length === 0 ? (
        <NothingYet agreement={agreement} title={x.noMilestones} in="milestones" />
      ) : (
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{x.milestone}</th>
              <th scope="col">{x.due}</th>
              <th scope="col">{x.reached}</th>
            </tr>
          </thead>
          <tbody>
            {plan.milestones.map(({ id: item, title, dueOn, reachedOn }) => (
              <tr key={item}>
                <th scope="row" lang={plan.languages.milestones}>
                  {title} <span className="quiet-text">{item}</span>
                </th>
                <td data-label={x.due}>
                  <Day day={dueOn} />
                </td>
                <td data-label={x.reached}>
                  {reachedOn !== null ? (
                    <>
                      {x.reachedOn} <Day day={reachedOn} />
                    </>
                  ) : mayRecord ? (
                    <Link to={`/agreements/${agreement.id}/do/RecordMilestone?item=${item}`}>
                      {standing(dueOn)}
                    </Link>
                  ) : (
                    standing(dueOn)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Tasks({ plan }: { readonly plan: PlanNow }) {
  const x = useTexts(agreementTexts).work;
  const years = Math.max(...plan.tasks.map((task) => task.percentByYear.length));
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{x.tasks}</h2>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.task}</th>
            {Array.from({ length: years }, (_, year) => (
              <th scope="col" key={year}>
                {x.planned(year + 1)}
              </th>
            ))}
            <th scope="col">{x.now}</th>
          </tr>
        </thead>
        <tbody>
          {plan.tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row" lang={plan.languages.tasks}>
                {task.task}
              </th>
              {Array.from({ length: years }, (_, year) => (
                <td key={year} data-label={x.planned(year + 1)}>
                  {task.percentByYear[year] === undefined
                    ? '–'
                    : x.percent(task.percentByYear[year])}
                </td>
              ))}
              <td data-label={x.now}>{task.share === null ? '–' : x.percent(task.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A meeting counts for the planned day within fifteen days of it (T25). */
const isInWindow = (held: string, planned: string): boolean =>
  Math.abs(Date.parse(held) - Date.parse(planned)) <= 15 * 86_400_000;

function Meetings({ agreement }: { readonly agreement: AgreementAnswer }) {
  const x = useTexts(agreementTexts).work;
  const { execution } = modelOf(agreement);
  const past = [
    ...execution.records
      .filter((record) => record.kind === 'MEETING' && !record.struck)
      .map((record) => ({ on: record.on, state: 'held' as const })),
    ...execution.missedMeetings.map((on) => ({ on, state: 'missed' as const })),
  ];
  const meetings = [
    ...past,
    ...(execution.meetingDates ?? [])
      .filter((on) => !past.some((meeting) => isInWindow(meeting.on, on)))
      .map((on) => ({ on, state: 'plannedOn' as const })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{x.meetings}</h2>
      {meetings.length === 0 ? (
        <NothingYet agreement={agreement} title={x.noMeetings} in="meetings" />
      ) : (
        <ul className="meetings">
          {meetings.map(({ on, state }) => (
            <li key={on + state} className={`meeting-${state}`}>
              <Day day={on} /> <strong>{x[state]}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Records({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t } = useSignedIn();
  const x = useTexts(agreementTexts).work;
  const word = useWords();
  const { execution } = modelOf(agreement);
  const plan = planOf(agreement);
  const titles = new Map(
    [...plan.milestones, ...plan.workPackages].map(({ id, title }) => [id, title]),
  );
  const kinds: Readonly<Record<string, string>> = {
    MEETING: x.meeting,
    ACTIVITY: x.activity,
    TRAINING: x.training,
    MILESTONE: x.milestone,
    TASK_SHARE: x.task,
  };
  const textOf = (kind: string, parts: readonly (string | number)[]): string => {
    const [first = '', second = ''] = parts;
    if (kind === 'MEETING') return `${word(String(first), 'mode')} – ${String(second)}`;
    if (kind === 'MILESTONE') return `${titles.get(String(first)) ?? first} – ${String(second)}`;
    if (kind === 'TASK_SHARE') {
      const task = plan.tasks.find(({ id }) => id === first)?.task ?? first;
      return `${String(task)}${t.colon}${x.percent(Number(second))}`;
    }
    return String(first);
  };
  return (
    <section aria-labelledby="records">
      <h2 id="records">{x.done}</h2>
      {execution.records.length === 0 ? (
        <NothingYet agreement={agreement} title={x.nothing} in="records" />
      ) : (
        <ul className="records">
          {[...execution.records].reverse().map((record) => (
            <li key={record.id}>
              <span className="quiet-text">
                <Day day={record.on} /> · {kinds[record.kind]} · {record.id}
                {record.side !== null && ` · ${word(record.side, 'side')}`}
                {record.struck && ` · ${x.struck}`}
              </span>
              <br />
              {record.struck ? (
                <s>{textOf(record.kind, partsOf(record))}</s>
              ) : (
                <span className="prose" dir="auto">
                  {textOf(record.kind, partsOf(record))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
