import { answered, useResource, type Schemas } from '../api.js';
import { isWithinDays } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { DueDate, Empty, Loaded, Moment, Page } from '../parts/page.js';
import { mayPropose } from '../roles.js';
import { usePlace } from '../router.js';

export type Task = Schemas['Tasks']['items'][number];

const TABS = ['mine', 'soon', 'new', 'others'] as const;
type Tab = (typeof TABS)[number];
const WEEKS_2 = 14;

const isNew = (task: Task, now: number): boolean =>
  Date.parse(task.since) >= now - WEEKS_2 * 86_400_000;

const partners = (task: Task): string =>
  [task.leadAcronym, task.twinnedAcronym].map((name) => name ?? '…').join(' – ');

/** What the person must do, first; then what is due soon, what is new, and what others owe them. */
export function InboxScreen() {
  const { t, client, me, now, language } = useSignedIn();
  const { query } = usePlace();
  const tab: Tab = TABS.find((each) => each === query.get('tab')) ?? 'mine';
  const mine = useResource(`tasks me ${me.person} ${language}`, () =>
    answered(client.GET('/v1/tasks')),
  );
  const others = useResource(
    tab === 'others' ? `tasks others ${me.person} ${language}` : null,
    () => answered(client.GET('/v1/tasks', { params: { query: { of: 'others' } } })),
  );
  const tasks = mine.data?.items ?? [];
  const of: Readonly<Record<Tab, readonly Task[]>> = {
    mine: tasks,
    soon: tasks.filter((task) => isWithinDays(task.due, WEEKS_2, now())),
    new: tasks.filter((task) => isNew(task, now())),
    others: others.data?.items ?? [],
  };
  return (
    <Page title={t.inbox.title} lead={<p>{t.inbox.lead(me.acronym)}</p>}>
      <nav aria-label={t.inbox.views} className="tabs">
        <ul>
          {TABS.map((each) => (
            <li key={each}>
              <Link
                to={each === 'mine' ? '/' : `/?tab=${each}`}
                aria-current={tab === each ? 'page' : undefined}
              >
                {t.inbox.tabs[each]}
                {each !== 'others' && mine.data !== null && (
                  <span className="count"> {of[each].length}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Loaded of={tab === 'others' ? others : mine}>
        {() =>
          of[tab].length === 0 ? (
            <Empty title={t.inbox.empty[tab]}>
              <p>
                {mayPropose(me) ? (
                  <Link to="/new">{t.nav.propose}</Link>
                ) : (
                  <Link to="/agreements">{t.nav.agreements}</Link>
                )}
              </p>
            </Empty>
          ) : (
            <ol className="tasks">
              {of[tab].map((task) => (
                <TaskCard key={task.agreement + task.id} task={task} mine={tab !== 'others'} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
}

function TaskCard({ task, mine }: { readonly task: Task; readonly mine: boolean }) {
  const { t } = useSignedIn();
  const [command] = task.commands;
  const about = `/agreements/${task.agreement}`;
  const to =
    mine && command !== undefined && task.commands.length === 1
      ? `${about}/do/${command}?task=${encodeURIComponent(task.id)}`
      : about;
  return (
    <li className="task">
      <h2>
        <Link to={to}>{task.text}</Link>
      </h2>
      <p className="about">
        <Link to={about}>{partners(task)}</Link>
        {task.committeeReference !== null && ` · ${task.committeeReference}`}
      </p>
      <dl className="facts">
        <div>
          <dt>{t.inbox.waits}</dt>
          <dd>{waiter(task, t.desks)}</dd>
        </div>
        <div>
          <dt>{t.inbox.since}</dt>
          <dd>
            <Moment at={task.since} />
          </dd>
        </div>
        <div>
          <dt>{t.inbox.until}</dt>
          <dd>{task.due === null ? t.inbox.noLimit : <DueDate at={task.due} />}</dd>
        </div>
        <div className="wide">
          <dt>{t.inbox.otherwise}</dt>
          <dd>{task.otherwise === null ? t.inbox.nothingElse : task.otherwise.text}</dd>
        </div>
        <div>
          <dt>{t.inbox.under}</dt>
          <dd>{task.clause}</dd>
        </div>
      </dl>
    </li>
  );
}

/** Who owes the move, by name where it is a body. */
function waiter(task: Task, desks: Readonly<Record<string, string>>): string {
  const desk = desks[task.desk] ?? task.desk;
  const body =
    task.desk === 'LEAD' ? task.leadAcronym : task.desk === 'TWINNED' ? task.twinnedAcronym : null;
  return body === null ? desk : `${body} (${desk})`;
}
