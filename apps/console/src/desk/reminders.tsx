import { useState } from 'react';
import { answered, Fault, useResource, type Schemas } from '../api.js';
import { isWithinDays } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { DueDate, Failed, Loaded, Moment } from '../parts/page.js';
import { reminderTexts } from './reminder-texts.js';

type Task = Schemas['Tasks']['items'][number];
type Answer = Schemas['Reminders'];
const RANGES = { late: 0, soon: 14, all: null } as const;
type Range = keyof typeof RANGES;
interface Failure {
  readonly dryRun: boolean;
  readonly fault: Fault;
}
const MOST = 200;

const keyOf = (task: { readonly agreement: string; readonly id: string }): string =>
  `${task.agreement} ${task.id}`;

/** Reminders to many at once: chosen, tried as a dry run, then sent, each with what became of it. */
export function Reminders() {
  const { client, me, language, now } = useSignedIn();
  const x = useTexts(reminderTexts);
  const [range, setRange] = useState<Range>('late');
  const others = useResource(`tasks others ${me.person} ${language}`, () =>
    answered(client.GET('/v1/tasks', { params: { query: { of: 'others', limit: 500 } } })),
  );
  return (
    <>
      <p>{x.lead}</p>
      <label className="filter">
        {x.range}
        <select
          value={range}
          onChange={(e) => {
            setRange(e.target.value as Range);
          }}
        >
          {(Object.keys(RANGES) as Range[]).map((each) => (
            <option key={each} value={each}>
              {x.ranges[each]}
            </option>
          ))}
        </select>
      </label>
      <Loaded of={others}>
        {({ items }) => {
          const days = RANGES[range];
          const tasks = items
            .filter((task) => days === null || isWithinDays(task.due, days, now()))
            .slice(0, MOST);
          return tasks.length === 0 ? (
            <Nothing title={x.none} in="reminders" />
          ) : (
            <Chosen key={range} tasks={tasks} onSent={others.reload} />
          );
        }}
      </Loaded>
    </>
  );
}

function Chosen({
  tasks,
  onSent,
}: {
  readonly tasks: readonly Task[];
  readonly onSent: () => void;
}) {
  const { client } = useSignedIn();
  const x = useTexts(reminderTexts);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState<Answer | null>(null);
  // What failed is what is tried again: never the sending in place of the dry run.
  const [failed, setFailed] = useState<Failure | null>(null);
  // The same choice keeps its key: a repeat over a bad line reminds nobody twice.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const chosen = tasks.filter((task) => !left.has(keyOf(task)));
  const send = (dryRun: boolean) => {
    setFailed(null);
    // What an earlier dry run said lets nobody send what this one has not looked at.
    if (dryRun) setAnswer(null);
    answered(
      client.POST('/v1/desk/reminders', {
        params: { header: { 'Idempotency-Key': key } },
        body: { dryRun, tasks: chosen.map(({ agreement, id }) => ({ agreement, id })) },
      }),
    ).then(
      (found) => {
        setAnswer(found);
        if (!dryRun) {
          setKey(crypto.randomUUID());
          onSent();
        }
      },
      (error: unknown) => {
        setFailed({ dryRun, fault: error instanceof Fault ? error : new Fault(0, null) });
      },
    );
  };
  return (
    <>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.task}</th>
            <th scope="col">{x.who}</th>
            <th scope="col">{x.due}</th>
            <th scope="col">{x.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Row
              key={keyOf(task)}
              task={task}
              result={answer?.items.find((item) => keyOf(item) === keyOf(task)) ?? null}
              dryRun={answer?.dryRun === true}
              chosen={!left.has(keyOf(task))}
              onChoose={(choose) => {
                const next = new Set(left);
                if (choose) next.delete(keyOf(task));
                else next.add(keyOf(task));
                setLeft(next);
                setAnswer(null);
                setFailed(null);
                setKey(crypto.randomUUID());
              }}
            />
          ))}
        </tbody>
      </table>
      {failed !== null && (
        <Failed
          fault={failed.fault}
          retry={() => {
            send(failed.dryRun);
          }}
        />
      )}
      <div role="status">
        {answer !== null && (
          <p className={answer.dryRun ? 'notice' : 'notice good'}>
            {(answer.dryRun ? x.would : x.did)(
              answer.reminded,
              answer.items.length - answer.reminded,
            )}
          </p>
        )}
      </div>
      <p className="row">
        <button
          type="button"
          disabled={chosen.length === 0}
          onClick={() => {
            send(true);
          }}
        >
          {x.dryRun(chosen.length)}
        </button>
        {answer?.dryRun === true && answer.reminded > 0 && (
          <button
            type="button"
            className="primary"
            onClick={() => {
              send(false);
            }}
          >
            {x.send(answer.reminded)}
          </button>
        )}
      </p>
    </>
  );
}

function Row({
  task,
  result,
  dryRun,
  chosen,
  onChoose,
}: {
  readonly task: Task;
  readonly result: Answer['items'][number] | null;
  readonly dryRun: boolean;
  readonly chosen: boolean;
  readonly onChoose: (choose: boolean) => void;
}) {
  const { t } = useSignedIn();
  const x = useTexts(reminderTexts);
  const body = task.desk === 'TWINNED' ? task.twinnedAcronym : task.leadAcronym;
  const outcome =
    result === null
      ? null
      : result.reason !== null
        ? x.reasons[result.reason]
        : dryRun
          ? x.wouldBe
          : x.reminded;
  return (
    <tr>
      <th scope="row">
        <label className="check">
          <input
            type="checkbox"
            checked={chosen}
            onChange={(e) => {
              onChoose(e.target.checked);
            }}
          />
          <span>
            {task.text}{' '}
            <span className="quiet-text">
              {task.leadAcronym ?? t.open} – {task.twinnedAcronym ?? t.open} ·{' '}
              {task.committeeReference}
            </span>
          </span>
        </label>
        <Link to={`/agreements/${task.agreement}`}>{x.look}</Link>
      </th>
      <td data-label={x.who}>
        {['LEAD', 'TWINNED'].includes(task.desk) && body !== null
          ? body
          : (t.desks[task.desk] ?? task.desk)}
      </td>
      <td data-label={x.due}>{task.due === null ? t.inbox.noLimit : <DueDate at={task.due} />}</td>
      <td data-label={x.outcome}>
        {outcome ??
          (task.reminded === null ? (
            '–'
          ) : (
            <span className="quiet-text">
              {x.last} <Moment at={task.reminded.at} />
            </span>
          ))}
      </td>
    </tr>
  );
}
