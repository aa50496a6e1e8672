import { answered, useResource, type Schemas } from '../api.js';
import type { Client } from '../api.js';
import { PHASES } from '../agreement/phases.js';
import { useSignedIn } from '../console.js';
import { Loaded, Page } from '../parts/page.js';

type Row = Schemas['AgreementPage']['items'][number];
const PAGES = 50;

/** Every agreement that the person may see, page after page. */
async function everyAgreement(client: Client): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const query: { limit: number; cursor?: string } = {
      limit: 200,
      ...(cursor !== null && { cursor }),
    };
    const answer: Schemas['AgreementPage'] = await answered(
      client.GET('/v1/agreements', { params: { query } }),
    );
    rows.push(...answer.items);
    cursor = answer.next;
    if (cursor === null) break;
  }
  return rows;
}

/** A field of CSV (RFC 4180). */
export const csvField = (value: string): string =>
  /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** The programme in figures; each picture is a table too. */
export default function ProgrammeScreen() {
  const { t, client, me, language } = useSignedIn();
  const rows = useResource(`programme ${me.person} ${language}`, () => everyAgreement(client));
  return (
    <Page title={t.programme.title} lead={<p>{t.programme.lead}</p>}>
      <Loaded of={rows}>
        {(items) => (
          <>
            <Figures
              title={t.programme.byPhase}
              rows={PHASES.map((phase) => [
                t.phases[phase],
                items.filter((item) => item.phase === phase).length,
              ])}
            />
            <Figures
              title={t.programme.byStatus}
              rows={counted(items, (item) => item.statusText)}
            />
            <Figures title={t.programme.byType} rows={counted(items, (item) => item.typeText)} />
            <Figures
              title={t.programme.byLead}
              rows={counted(items, (item) => item.leadAcronym ?? t.open)}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Figure = readonly [text: string, count: number];

/** How often each text occurs, the most frequent first. */
export function counted<T>(items: readonly T[], textOf: (item: T) => string): readonly Figure[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(textOf(item), (counts.get(textOf(item)) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

function Figures({ title, rows }: { readonly title: string; readonly rows: readonly Figure[] }) {
  const { t } = useSignedIn();
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const csv = [[title, t.programme.count], ...rows.map(([text, n]) => [text, String(n)])]
    .map((row) => row.map(csvField).join(','))
    .join('\r\n');
  return (
    <section className="figures">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t.programme.count}</th>
            <th scope="col" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map(([text, count]) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              <td>{count}</td>
              <td aria-hidden="true" className="bar-cell">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                  <rect width={(100 * count) / most} height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
          const link = document.createElement('a');
          link.href = url;
          link.download = 'twinning.csv';
          link.click();
          URL.revokeObjectURL(url);
        }}
      >
        {t.programme.csv} <span className="hidden">{title}</span>
      </button>
    </section>
  );
}
