import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Moment } from '../parts/page.js';
import { LEDGER_PAGE, LedgerPages, useLedgerPages } from './pages.js';
import { accessTexts } from './texts.js';

type Access = Schemas['Accesses']['items'][number];

interface Named {
  readonly id: string;
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly leadAcronym: string | null;
  readonly twinnedAcronym: string | null;
}

/** Who took which case file out of the record: for auditors, of one agreement or of all. */
export function Accesses({
  agreement,
  agreements,
}: {
  readonly agreement: string | null;
  /** Those that can be called by the names of their partners. */
  readonly agreements: readonly Named[];
}) {
  const { client, me } = useSignedIn();
  const x = useTexts(accessTexts);
  const pages = useLedgerPages(agreement ?? 'all');
  const found = useResource(`access ${agreement ?? 'all'} ${pages.key} ${me.person}`, () =>
    answered(
      client.GET('/v1/audit/access', {
        params: { query: { ...pages.query, ...(agreement !== null && { agreement }) } },
      }),
    ),
  );
  return (
    <section aria-labelledby="accesses">
      <h2 id="accesses" tabIndex={-1} ref={pages.heading}>
        {x.title}
      </h2>
      <p>{x.lead}</p>
      <Loaded of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={agreement === null ? x.none : x.noneOf} in="accesses" />
          ) : (
            <>
              <AccessTable items={items} agreements={agreements} />
              <LedgerPages
                of={pages}
                last={items.length === LEDGER_PAGE ? items.at(-1) : undefined}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function AccessTable({
  items,
  agreements,
}: {
  readonly items: readonly Access[];
  readonly agreements: readonly Named[];
}) {
  const { t } = useSignedIn();
  const x = useTexts(accessTexts);
  const known = new Map(agreements.map((item) => [item.id, item]));
  const acronyms = new Map(
    agreements.flatMap((item) => [
      [item.lead, item.leadAcronym] as const,
      [item.twinned, item.twinnedAcronym] as const,
    ]),
  );
  return (
    <table className="stacked">
      <thead>
        <tr>
          <th scope="col">{x.who}</th>
          <th scope="col">{x.agreement}</th>
          <th scope="col">{x.what}</th>
          <th scope="col">{x.when}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const named = known.get(item.agreement);
          return (
            <tr key={item.index}>
              <th scope="row">
                {item.person ?? '–'}{' '}
                <span className="quiet-text">
                  {item.body === null ? x.desk : (acronyms.get(item.body) ?? item.body)}
                  {item.onBehalfOf !== null && `, ${x.behalf(item.onBehalfOf)}`}
                </span>
              </th>
              <td data-label={x.agreement}>
                <Link to={`/audit?agreement=${item.agreement}`}>
                  {named === undefined
                    ? item.agreement.slice(0, 8)
                    : `${named.leadAcronym ?? t.open} – ${named.twinnedAcronym ?? t.open}`}
                </Link>
              </td>
              <td data-label={x.what}>{x.kinds[item.kind] ?? item.kind}</td>
              <td data-label={x.when}>
                <Moment at={item.at} />
                <br />
                <span className="quiet-text">
                  {x.entry} {item.index}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
