import { useTexts } from '../i18n/own-texts.js';
import { usePlace, withQuery } from '../router.js';
import { Link } from './link.js';

const AT_ONCE = 20;

const en = {
  shown: (from: number, to: number, total: number) =>
    total <= AT_ONCE && from === 1
      ? `${String(total)} in all`
      : `${String(from)} to ${String(to)} of ${String(total)}`,
  before: 'Previous',
  after: 'Next',
};
const fr: typeof en = {
  shown: (from, to, total) =>
    total <= AT_ONCE && from === 1
      ? `${String(total)} en tout`
      : `${String(from)} à ${String(to)} sur ${String(total)}`,
  before: 'Précédents',
  after: 'Suivants',
};

/** Which part of a list the address asks for: `name` holds the number of the page, the first one has none. */
export function pageIn(
  query: URLSearchParams,
  name: string,
): { readonly from: number; readonly limit: number } {
  const page = Number(query.get(name) ?? 1);
  const n = Number.isSafeInteger(page) && page >= 1 && page <= 5_000 ? page : 1;
  return { from: (n - 1) * AT_ONCE, limit: AT_ONCE };
}

/** How many there are, which of them are shown, and the way to the others; the page stands in the address. */
export function Pages({
  name,
  label,
  from,
  total,
}: {
  readonly name: string;
  readonly label: string;
  readonly from: number;
  readonly total: number;
}) {
  const { path, query } = usePlace();
  const x = useTexts({ en, fr });
  const at = from / AT_ONCE + 1;
  const last = Math.max(1, Math.ceil(total / AT_ONCE));
  const to = (page: number) =>
    path + withQuery(query, { [name]: page === 1 ? null : String(page) });
  const said =
    from >= total
      ? x.shown(total, total, total)
      : x.shown(from + 1, Math.min(total, from + AT_ONCE), total);
  return (
    <nav className="row pages" aria-label={label}>
      <span className="quiet-text" role="status">
        {said}
      </span>
      {at > 1 && <Link to={to(Math.min(at - 1, last))}>{x.before}</Link>}
      {at < last && <Link to={to(at + 1)}>{x.after}</Link>}
    </nav>
  );
}
