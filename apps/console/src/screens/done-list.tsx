import type { Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Moment } from '../parts/page.js';

type Done = Schemas['Done']['items'][number];

/** The partners of an agreement by their acronyms. */
export const partners = (of: Pick<Done, 'leadAcronym' | 'twinnedAcronym'>): string =>
  [of.leadAcronym, of.twinnedAcronym].map((name) => name ?? '…').join(' – ');

/** What was done, latest first. */
export function DoneList({ items }: { readonly items: readonly Done[] }) {
  const { t } = useSignedIn();
  return (
    <ol className="tasks">
      {items.map((item) => (
        <li key={item.command} className="task">
          <h2>{item.text}</h2>
          <p className="about">
            <Link to={`/agreements/${item.agreement}/timeline`}>{partners(item)}</Link>
            {item.committeeReference !== null && ` · ${item.committeeReference}`}
          </p>
          <p className="quiet-text">
            <Moment at={item.at} /> · {t.inbox.by(item.person)} · {t.inbox.result(item.version)}
          </p>
        </li>
      ))}
    </ol>
  );
}
