import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Moment } from '../parts/page.js';
import { LEDGER_PAGE, LedgerPages, useLedgerPages } from './pages.js';
import { accessTexts } from './texts.js';

type Refusal = Schemas['Refusals']['items'][number];

/** The refusal ledger, a page at a time: for auditors. */
export function Refusals() {
  const { client, me, language } = useSignedIn();
  const x = useTexts(accessTexts);
  const pages = useLedgerPages('refusals');
  const found = useResource(`refusals ${pages.key} ${me.person} ${language}`, () =>
    answered(client.GET('/v1/audit/refusals', { params: { query: pages.query } })),
  );
  return (
    <section aria-labelledby="refusals">
      <h2 id="refusals" tabIndex={-1} ref={pages.heading}>
        {x.refused.title}
      </h2>
      <p>{x.refused.lead}</p>
      <Loaded of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={x.refused.none} in="refusals" />
          ) : (
            <>
              <RefusalTable items={items} />
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

function RefusalTable({ items }: { readonly items: readonly Refusal[] }) {
  const x = useTexts(accessTexts);
  return (
    <table className="stacked">
      <thead>
        <tr>
          <th scope="col">{x.who}</th>
          <th scope="col">{x.what}</th>
          <th scope="col">{x.refused.why}</th>
          <th scope="col">{x.when}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.index}>
            <th scope="row">
              {item.person ?? '–'}{' '}
              <span className="quiet-text">
                {item.body === null ? x.desk : item.body}
                {item.onBehalfOf !== null && `, ${x.behalf(item.onBehalfOf)}`}
              </span>
            </th>
            <td data-label={x.what}>
              <code>{item.command ?? item.route ?? '–'}</code>
            </td>
            <td data-label={x.refused.why}>
              {item.title}
              {item.count !== null && (
                <span className="quiet-text"> ({x.refused.times(item.count)})</span>
              )}
              {item.last && <span className="quiet-text"> ({x.refused.last})</span>}
            </td>
            <td data-label={x.when}>
              <Moment at={item.at} />
              <br />
              <span className="quiet-text">
                {x.entry} {item.index}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
