import { spaced, type Language } from '@twinning/domain';
import { contentPolicy, escaped } from '../auth/issuer/pages.js';
import type { figuresOf } from './figures.js';
import { tableWords } from './words.js';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 48rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
table { width: 100%; margin: 2rem 0; border-collapse: collapse; break-inside: avoid; }
caption { font-weight: 600; font-size: 1.125rem; text-align: start; padding-block: .25rem; }
th, td { padding: .375rem .5rem .375rem 0; border-block-end: 1px solid; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td, thead th + th { text-align: end; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

export const TABLES_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentPolicy(STYLE, 'none'),
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language',
};

/** Figures of the programme with the acronyms of the bodies. */
export interface NamedFigures extends Omit<ReturnType<typeof figuresOf>, 'partnerships'> {
  readonly partnerships: readonly {
    readonly lead: number;
    readonly twinned: number;
    readonly leadAcronym: string | null;
    readonly twinnedAcronym: string | null;
    readonly count: number;
    readonly open: number;
  }[];
}

type Row = readonly [head: string, ...values: readonly (string | number | null)[]];

const table = (title: string, head: readonly string[], rows: readonly Row[]): string => {
  const heads = head.map((each) => `<th scope="col">${escaped(each)}</th>`).join('');
  const body = rows.map(([first, ...values]) => {
    const cells = values.map((value) => `<td>${escaped(String(value ?? '–'))}</td>`).join('');
    return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`;
  });
  return `<table><caption>${escaped(title)}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
};

function tablesOf(figures: NamedFigures, language: Language): string {
  const x = tableWords[language];
  const changes = ['effective', 'approved', 'open', 'refused'] as const;
  const counted = <T extends { readonly count: number }>(
    of: readonly T[],
    name: (each: T) => string,
  ) => of.map((each): Row => [name(each), each.count]);
  return [
    table(
      x.funnel,
      [x.status, x.count],
      counted(figures.funnel, ({ step }) => x.steps[step]),
    ),
    table(
      x.phases,
      [x.phase, x.count],
      counted(figures.phases, (p) => x.phaseNames[p.phase]),
    ),
    table(
      x.cycles,
      [x.stretch, x.n, x.median, x.p90],
      figures.cycles.map(({ id, n, median, p90 }): Row => [x.stretches[id], n, median, p90]),
    ),
    table(
      x.changes,
      [x.change, ...changes.map((column) => x[column])],
      figures.changes.map((of): Row => [x.kinds[of.kind], ...changes.map((column) => of[column])]),
    ),
    table(
      x.types,
      [x.type, x.count],
      counted(figures.types, ({ type }) => x.typeNames[type]),
    ),
    table(
      x.endings,
      [x.status, x.count],
      counted(figures.endings, ({ how }) => x.how[how]),
    ),
    table(
      x.partnerships,
      [x.lead1, x.twinned, x.all, x.openNow],
      figures.partnerships.map(
        (p): Row => [
          p.leadAcronym ?? String(p.lead),
          p.twinnedAcronym ?? String(p.twinned),
          p.count,
          p.open,
        ],
      ),
    ),
  ].join('\n');
}

/** The figures of the programme as one page of tables, for browsers without scripts (median and p90 with their n). */
export function tablesPage(figures: NamedFigures, language: Language): string {
  const x = tableWords[language];
  const text = (words: string) => escaped(spaced(words, language));
  const body =
    figures.agreements === 0
      ? `<p><strong>${text(x.none)}</strong></p><p>${text(x.noneWhy)}</p>`
      : `<p>${text(x.lead(figures.agreements))}</p>\n${tablesOf(figures, language)}`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(x.title)} – Twinning</title><style>${STYLE}</style></head>
<body><main><h1>${text(x.title)}</h1>
${body}
<p><a href="/programme">${text(x.back)}</a></p></main></body></html>
`;
}
