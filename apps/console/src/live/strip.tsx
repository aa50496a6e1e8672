import { useEffect, useRef, useState } from 'react';
import { reloadShown } from '../api.js';
import { useConsole } from '../console.js';
import { Link } from '../parts/link.js';
import { usePlace } from '../router.js';
import { useOutbox } from '../outbox/store.js';
import { useIsAway } from './line.js';
import { live, useLive } from './store.js';

/** Pages that list agreements: there, what changed elsewhere is news. */
const LISTS = ['/', '/agreements', '/desk', '/programme'];
const SETTLE_MS = 1_000;

/** How many agreements changed since this page was shown; it rises in steps, so that a burst is announced once. */
function useNews(): { readonly count: number; readonly show: () => void } {
  const { newest, index } = useLive();
  const { path } = usePlace();
  const [shown, setShown] = useState({ path, index });
  const [count, setCount] = useState(0);
  const since = shown.path === path ? shown.index : index;
  useEffect(() => {
    if (shown.path !== path) setShown({ path, index: live.current().index });
  }, [path, shown.path]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const changes = [...newest.values()];
      setCount(changes.filter((each) => each.index > since && live.isNews(each)).length);
    }, SETTLE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [newest, since]);
  return {
    count: LISTS.includes(path) ? count : 0,
    show: () => {
      setShown({ path, index: live.current().index });
      setCount(0);
      reloadShown();
    },
  };
}

/** One line at the foot of the page: the session's end, a lost line, what waits to be sent, what is new. */
export function Strip() {
  const { t, me, signIn } = useConsole();
  const { isEnded } = useLive();
  const isAway = useIsAway();
  const waiting = useOutbox();
  const news = useNews();
  const [failed, setFailed] = useState(false);
  const lines = useRef<HTMLDivElement>(null);
  if (me === null) return null;
  const back = encodeURIComponent(window.location.pathname + window.location.search);
  return (
    <div className="strip">
      <div role="status" className="strip-lines" tabIndex={-1} ref={lines}>
        {isEnded && (
          <p>
            <strong>{t.live.ended}</strong>{' '}
            {failed ? (
              <a className="button" href={`/v1/session/login?returnTo=${back}`}>
                {t.signIn.elsewhere}
              </a>
            ) : (
              <button
                type="button"
                onClick={() => {
                  signIn(me.person).catch(() => {
                    setFailed(true);
                  });
                }}
              >
                {t.live.again(me.person)}
              </button>
            )}
          </p>
        )}
        {isAway && <p>{t.live.away}</p>}
        {waiting.length > 0 && (
          <p>
            {t.live.waiting(waiting.length)} <Link to="/outbox">{t.live.outbox}</Link>
          </p>
        )}
        {news.count > 0 && (
          <p>
            {t.live.news(news.count)}{' '}
            <button
              type="button"
              onClick={() => {
                news.show();
                // The button goes with what it told of.
                lines.current?.focus({ preventScroll: true });
              }}
            >
              {t.live.show}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
