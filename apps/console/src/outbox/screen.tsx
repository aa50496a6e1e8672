import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Empty, Moment, Page } from '../parts/page.js';
import { outbox, useOutbox, type Entry } from './store.js';

/** What this browser still has to send, and what came back and needs another look. */
export default function OutboxScreen() {
  const { t } = useSignedIn();
  const entries = useOutbox();
  return (
    <Page title={t.outbox.title} lead={<p>{t.outbox.lead}</p>}>
      {entries.length === 0 ? (
        <Empty title={t.outbox.empty}>
          <p>{t.outbox.emptyWhy}</p>
          <p>
            <Link to="/">{t.nav.inbox}</Link>
          </p>
        </Empty>
      ) : (
        <ol className="tasks">
          {entries.map((entry) => (
            <Waiting key={entry.key} entry={entry} />
          ))}
        </ol>
      )}
    </Page>
  );
}

function Waiting({ entry }: { readonly entry: Entry }) {
  const { t } = useSignedIn();
  const { title, at, given, state, problem, key } = entry;
  return (
    <li className="task">
      <h2>{title}</h2>
      <p className="quiet-text">
        {t.outbox.given} <Moment at={given} />
      </p>
      <p>
        <strong>{t.outbox.states[state]}</strong> {problem !== null && problem.title}{' '}
        {problem?.detail}
      </p>
      <div className="row">
        <Link className="button" to={at}>
          {t.outbox.look} <span className="hidden">{title}</span>
        </Link>
        {/* What the service has stored is carried out, whatever stands here. */}
        {state !== 'STORED' && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              outbox.drop(key);
            }}
          >
            {state === 'WAITING' ? t.outbox.dropWaiting : t.outbox.drop}{' '}
            <span className="hidden">{title}</span>
          </button>
        )}
      </div>
    </li>
  );
}
