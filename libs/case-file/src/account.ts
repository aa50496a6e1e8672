import {
  deadlines,
  duties,
  label,
  phaseOf,
  sentenceOfDeadline,
  sentenceOfDuty,
  standingText,
  type Agreement,
  type Language,
} from '@twinning/domain';
import { isWhole, statesOf, type Case } from './case.js';
import { dateInWords } from './difference.js';
import type { CaseDocument } from './format.js';
import { namesIn } from './names.js';
import { refusedSteps, replay, type Step } from './replay.js';
import { accountWords, documentReasons, purposeWords } from './words.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const text = (value: string): string => value.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc}
dt{font-weight:600}dd{margin:0 0 .5rem}ul{margin:0;padding-left:1.2rem}code{overflow-wrap:anywhere}`;

const moment = (at: string, language: Language): string =>
  `${dateInWords(at, language)}, ${at.slice(11, 19)} UTC`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((h) => `<th scope="col">${text(h)}</th>`).join('')}</tr></thead><tbody>\n${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}\n</tbody></table>`;

/** The name beside the reference that the events bear. */
const whoOf = ({
  person,
  name,
}: {
  readonly person: string | null;
  readonly name: string | null;
}) => (name === null || person === null ? person : `${name}, ${person}`);

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((i) => `<li>${text(i)}</li>`).join('')}</ul>`;

/** What an account tells beside the case itself. */
export interface AccountOf {
  /** Name of the record. */
  readonly origin: string;
  readonly documents: readonly CaseDocument[];
  /** The versions of the events that name each document. */
  readonly named: ReadonlyMap<string, readonly number[]>;
}

/** The case as a person reads it: one page without scripts, in English or French. */
export function accountOf(of: Case, beside: AccountOf, language: Language): string {
  const w = (word: keyof typeof accountWords) => text(accountWords[word][language]);
  const steps = replay(of, language);
  const refused = refusedSteps(of, language);
  const facts: readonly Fact[] = [
    [w('agreement'), `<code>${text(of.agreement)}</code>`],
    [w('record'), text(beside.origin)],
    ...(isWhole(of) ? standing(of, language) : []),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w('title')}</title><style>${STYLE}</style></head><body><main>
<h1>${w('title')}</h1><p>${w('proof')}</p>
<dl>${facts.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('')}</dl>
<h2>${w('steps')}</h2>
${table(
  (['place', 'when', 'who', 'forWhom', 'clause', 'what', 'changed'] as const).map(
    (k) => accountWords[k][language],
  ),
  steps.map((step) => rowOf(step, language)),
)}
<h2>${w('documents')}</h2>
${documentsOf(beside, language)}
<p>${w('notInFile')}</p>
<h2>${w('refused')}</h2>
${
  refused.length === 0
    ? `<p>${w('none')}</p>`
    : table(
        (['place', 'when', 'who', 'forWhom', 'clause', 'what'] as const).map(
          (k) => accountWords[k][language],
        ),
        refused.map((r) =>
          [
            String(r.index),
            moment(r.occurredAt, language),
            whoOf(r) ?? '–',
            r.onBehalfOf ?? '–',
            r.clause,
            `${r.command}: ${r.text} (${r.code})`,
          ].map(text),
        ),
      )
}
${isWhole(of) ? coming(of, language) : `<p>${w('withheld')}</p>`}
</main></body></html>
`;
}

function documentsOf({ documents, named }: AccountOf, language: Language): string {
  const w = (word: keyof typeof accountWords) => accountWords[word][language];
  if (documents.length === 0) return `<p>${text(w('noDocuments'))}</p>`;
  const rows = documents.map(({ sha256, purposes, bytes, file, reason }) => [
    text((named.get(sha256) ?? []).map((version) => `v${String(version)}`).join(', ')),
    text(purposes.map((p) => purposeWords[p]?.[language] ?? p).join(', ') || '–'),
    file === null
      ? text(documentReasons[reason ?? 'LEFT_OUT'][language])
      : `<a href="${text(file)}" download>${text(w('inThisFile'))}</a>`,
    text(bytes === null ? '–' : `${String(Math.ceil(bytes / 1024))} ${w('kilobytes')}`),
    `<code>${text(sha256)}</code>`,
  ]);
  return table([w('namedBy'), w('filedAs'), w('where'), w('length'), 'SHA-256'], rows);
}

type Fact = readonly [string, string];

function standing(of: Case, language: Language): readonly Fact[] {
  const state = statesOf(of).at(-1) as Agreement;
  const names = of.called ?? namesIn(of.events);
  const day = (value: string) => dateInWords(value, language);
  const facts: readonly (readonly [keyof typeof accountWords, string])[] = [
    ['status', standingText(state, language)],
    ['phase', label('phase', phaseOf(state), language)],
    ['partners', `${names.member(state.lead) ?? '–'} – ${names.member(state.twinned) ?? '–'}`],
    ['committee', names.committee(state.committee) ?? '–'],
    ['term', state.term === null ? '–' : `${day(state.term.start)} – ${day(state.term.end)}`],
  ];
  return facts.map(([word, value]) => [text(accountWords[word][language]), text(value)]);
}

function coming(of: Case, language: Language): string {
  const state = statesOf(of).at(-1) as Agreement;
  const w = (word: keyof typeof accountWords) => text(accountWords[word][language]);
  const owed = duties(state).map(
    (d) => `${label('desk', d.desk, language)}: ${sentenceOfDuty(d, language)}`,
  );
  const next = deadlines(state).map(
    (d) => `${dateInWords(d.due, language)}: ${sentenceOfDeadline(d, language)} (${d.clause})`,
  );
  return `<h2>${w('owed')}</h2>${list(owed) || `<p>${w('none')}</p>`}
<h2>${w('next')}</h2>${list(next) || `<p>${w('none')}</p>`}`;
}

const rowOf = (step: Step, language: Language): readonly string[] => [
  `${String(step.index)} <small>v${String(step.version)}</small>`,
  text(moment(step.occurredAt, language)),
  text(step.person === null ? step.roleText : `${whoOf(step) ?? ''} (${step.roleText})`),
  text(step.onBehalfOf ?? '–'),
  text(step.clause ?? '–'),
  text(step.text),
  list(step.changes.map((c) => c.text)),
];
