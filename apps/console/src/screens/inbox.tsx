import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { isWithinDays } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { takeTasks } from '../early.js';
import { Explained } from '../parts/explained.js';
import { Link } from '../parts/link.js';
import { DueDate, Empty, Loaded, Loading, Moment, Page } from '../parts/page.js';
import { pageIn, Pages } from '../parts/pages.js';
import { Source } from '../parts/source.js';
import { isNewcomer, mayPropose } from '../roles.js';
import { usePlace } from '../router.js';
import { CalendarLater } from './calendar-later.js';
import { DoneList, partners } from './done-list.js';

const TaskInPlace = lazy(() => import('../agreement/task-in-place.js'));
const Welcome = lazy(() => import('../people/welcome.js'));

export type Task = Schemas['Tasks']['items'][number];

const TABS = ['mine', 'soon', 'new', 'others', 'done'] as const;
type Tab = (typeof TABS)[number];
const WEEKS_2 = 14;

const isNew = (task: Task, now: number): boolean =>
  Date.parse(task.since) >= now - WEEKS_2 * 86_400_000;

const keyOf = (task: Task): string => `${task.agreement} ${task.id}`;

/** What the person must do, first; then what is due soon, what is new, and what others owe them. */
export function InboxScreen() {
  const { t, client, me, now, language } = useSignedIn();
  const { query } = usePlace();
  const tab: Tab = TABS.find((each) => each === query.get('tab')) ?? 'mine';
  // One form at a time: the names of its fields are unique on the page.
  const [open, setOpen] = useState<string | null>(null);
  const mine = useResource(`tasks me ${me.person} ${language}`, () =>
    answered(takeTasks(client, language)),
  );
  const [more, setMore] = useState<'me' | 'others' | null>(null);
  const all = (of: 'me' | 'others') => (more === of ? { of, limit: MOST } : { of });
  const whole = useResource(more === 'me' ? `tasks all ${me.person} ${language}` : null, () =>
    answered(client.GET('/v1/tasks', { params: { query: all('me') } })),
  );
  const others = useResource(
    tab === 'others' ? `tasks others ${String(more)} ${me.person} ${language}` : null,
    () => answered(client.GET('/v1/tasks', { params: { query: all('others') } })),
  );
  const ofDone = pageIn(query, 'page');
  const done = useResource(
    tab === 'done' ? `tasks done ${me.person} ${language} ${String(ofDone.from)}` : null,
    () => answered(client.GET('/v1/tasks/done', { params: { query: ofDone } })),
  );
  // What was done in place leaves the lists when its card is closed, or when the person looks at another list.
  const { reload: readMine } = mine;
  const { reload: readWhole } = whole;
  const tabBefore = useRef(tab);
  useEffect(() => {
    if (tabBefore.current === tab) return;
    tabBefore.current = tab;
    setOpen(null);
    readMine();
    readWhole();
  }, [tab, readMine, readWhole]);
  const openCard = (card: string | null) => {
    if (open !== null) {
      readMine();
      readWhole();
    }
    setOpen(card);
  };
  const tasks = (whole.data ?? mine.data)?.items ?? [];
  const counts = mine.data?.counts;
  const numbers = { mine: counts?.all, soon: counts?.soon, new: counts?.recent };
  const of: Readonly<Record<Exclude<Tab, 'done'>, readonly Task[]>> = {
    mine: tasks,
    soon: tasks.filter((task) => isWithinDays(task.due, WEEKS_2, now())),
    new: tasks.filter((task) => isNew(task, now())),
    others: others.data?.items ?? [],
  };
  return (
    <Page title={t.inbox.title} lead={<p>{t.inbox.lead(me.acronym)}</p>}>
      <Suspense fallback={null}>{isNewcomer(me) && <Welcome />}</Suspense>
      <nav aria-label={t.inbox.views} className="tabs">
        <ul>
          {TABS.map((each) => (
            <li key={each}>
              <Link
                to={each === 'mine' ? '/' : `/?tab=${each}`}
                aria-current={tab === each ? 'page' : undefined}
              >
                {t.inbox.tabs[each]}
                {each !== 'others' && each !== 'done' && counts !== undefined && (
                  <span className="count"> {numbers[each]}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {tab === 'done' ? (
        <Loaded of={done}>
          {({ items, total }) =>
            total === 0 ? (
              <EmptyTab tab="done" />
            ) : (
              <>
                <DoneList items={items} />
                <Pages name="page" label={t.inbox.tabs.done} {...ofDone} total={total} />
              </>
            )
          }
        </Loaded>
      ) : (
        <Loaded of={tab === 'others' ? others : mine}>
          {() =>
            of[tab].length === 0 ? (
              <EmptyTab tab={tab} />
            ) : (
              <>
                <ol className="tasks">
                  {of[tab].map((task) => (
                    <TaskCard
                      key={keyOf(task)}
                      task={task}
                      mine={tab !== 'others'}
                      here={open === keyOf(task)}
                      onHere={(here) => {
                        openCard(here ? keyOf(task) : null);
                      }}
                    />
                  ))}
                </ol>
                <NotAll
                  shown={of[tab].length}
                  of={(tab === 'others' ? others.data?.counts.all : numbers[tab]) ?? 0}
                  onMore={
                    more === null
                      ? () => {
                          setMore(tab === 'others' ? 'others' : 'me');
                        }
                      : null
                  }
                />
              </>
            )
          }
        </Loaded>
      )}
      <CalendarLater usable={mine.data !== null} />
    </Page>
  );
}

/** Most of a list that the service gives at once. */
const MOST = 500;

/** Says that a list goes on, so that nobody takes its beginning for the whole. */
function NotAll({
  shown,
  of,
  onMore,
}: {
  readonly shown: number;
  readonly of: number;
  readonly onMore: (() => void) | null;
}) {
  const { t } = useSignedIn();
  if (shown >= of) return null;
  return (
    <p className="quiet-text">
      {t.inbox.notAll(shown, of)}{' '}
      {onMore !== null && (
        <button type="button" onClick={onMore}>
          {t.inbox.more(Math.min(of, MOST))}
        </button>
      )}
    </p>
  );
}

function EmptyTab({ tab }: { readonly tab: Tab }) {
  const { t, me } = useSignedIn();
  return (
    <Empty title={t.inbox.empty[tab]}>
      <p>{t.inbox.emptyWhy[tab]}</p>
      <p>
        {mayPropose(me) ? (
          <Link to="/new">{t.nav.propose}</Link>
        ) : (
          <Link to="/agreements">{t.nav.agreements}</Link>
        )}
      </p>
    </Empty>
  );
}

function TaskCard({
  task,
  mine,
  here,
  onHere,
}: {
  readonly task: Task;
  readonly mine: boolean;
  readonly here: boolean;
  readonly onHere: (here: boolean) => void;
}) {
  const { t, now } = useSignedIn();
  const about = `/agreements/${task.agreement}`;
  return (
    <li className="task">
      <h2>
        <Link to={about}>{task.text}</Link>
      </h2>
      <p className="about">
        {partners(task)}
        {task.committeeReference !== null && ` · ${task.committeeReference}`}
      </p>
      {task.reminded !== null && (
        <p className="late">
          {t.inbox.reminded(task.reminded.person)} <Moment at={task.reminded.at} />
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{t.inbox.waits}</dt>
          <dd>{waiter(task, t.desks)}</dd>
        </div>
        <div>
          <dt>{Date.parse(task.since) > now() ? t.inbox.from : t.inbox.since}</dt>
          <dd>
            <Moment at={task.since} />
          </dd>
        </div>
        <div>
          <dt>{t.inbox.due}</dt>
          <dd>{task.due === null ? t.inbox.noLimit : <DueDate at={task.due} />}</dd>
        </div>
        <div>
          <dt>{t.inbox.under}</dt>
          <dd>
            <Source text={t.source(task.clause)} clause={task.clause} />
          </dd>
        </div>
        <div className="wide">
          <dt>{t.inbox.otherwise}</dt>
          <dd>
            {task.otherwise === null ? (
              t.inbox.nothingElse
            ) : (
              <Explained text={task.otherwise.text} />
            )}
          </dd>
        </div>
      </dl>
      {mine && (
        <p className="row">
          <button
            type="button"
            className={here ? undefined : 'primary'}
            aria-expanded={here}
            onClick={() => {
              onHere(!here);
            }}
          >
            {here ? t.inbox.doItClose : t.inbox.doIt} <span className="hidden">{task.text}</span>
          </button>
        </p>
      )}
      {here && (
        <Suspense fallback={<Loading />}>
          <TaskInPlace task={task} />
        </Suspense>
      )}
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
