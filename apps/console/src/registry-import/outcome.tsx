import type { Fault } from '../api.js';
import { dayInWords } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import type { BadRow, ImportResult, Step } from './send-snapshot.js';
import { importTexts } from './texts.js';

/** How far an import is. The step is announced; the counts beside it are there to be looked at. */
export function ImportProgress({ now }: { readonly now: Step | null }) {
  const x = useTexts(importTexts);
  return (
    <div className="notice">
      <p role="status">{x.steps[now?.step ?? 'SEND'] ?? x.steps['SEND']}</p>
      <progress
        aria-label={x.progress}
        {...(now !== null && { value: now.done, max: Math.max(now.total, 1) })}
      />
      {now !== null && now.total > 0 && <p>{x.of(now.done, now.total)}</p>}
    </div>
  );
}

/** What an import changed, or would change. */
export function Changes({ result }: { readonly result: ImportResult }) {
  const { language } = useSignedIn();
  const x = useTexts(importTexts);
  const kinds = Object.keys(x.changes) as (keyof typeof x.changes)[];
  const changed = kinds.filter((kind) => (result.changes[kind] ?? 0) > 0);
  const { committees, members, memberships, date } = result;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{result.dryRun ? x.wouldChange : x.hasChanged}</h2>
      <p>{x.counts(committees, members, memberships, dayInWords(date, language))}</p>
      {changed.length === 0 ? (
        <p>{x.nothing}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{x.kind}</th>
              <th scope="col" className="number">
                {x.number}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map((kind) => (
              <tr key={kind}>
                <th scope="row">{x.changes[kind]}</th>
                <td className="number">{result.changes[kind]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The rows that cannot be read, each with its line, field and reason. */
export function BadRows({
  rows,
  count,
}: {
  readonly rows: readonly BadRow[];
  readonly count: number;
}) {
  const x = useTexts(importTexts);
  if (count === 0) return <p>{x.allGood}</p>;
  return (
    <section aria-labelledby="bad-rows">
      <h2 id="bad-rows">{x.badRows(count)}</h2>
      <ul className="plain">
        {rows.map((row) => (
          <li key={`${String(row.line)} ${row.field ?? ''} ${row.reason}`}>{row.text}</li>
        ))}
      </ul>
      {count > rows.length && <p>{x.badRowsMore(count - rows.length)}</p>}
    </section>
  );
}

interface Refusal {
  readonly text?: string;
  readonly reason?: string;
  readonly badRows?: readonly BadRow[];
  readonly badRowsCount?: number;
}

export const refusalIn = (fault: Fault | null): Refusal => fault?.problem?.details ?? {};

/** Why nothing was imported. */
export function NotImported({ fault }: { readonly fault: Fault }) {
  const x = useTexts(importTexts);
  const { text } = refusalIn(fault);
  const { problem } = fault;
  return (
    <div className="notice bad" role="alert">
      {problem === null ? (
        <p>{x.broke}</p>
      ) : (
        <>
          <p>
            <strong>{text ?? problem.title}</strong>
          </p>
          {text === undefined && <p>{problem.detail}</p>}
        </>
      )}
    </div>
  );
}

/** Something that an import does only when it is asked to, because its dry run has shown the need. */
export function Tick({
  id,
  label,
  help,
  checked,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={`${id}-help`}
          onChange={(e) => {
            onChange(e.target.checked);
          }}
        />
        {label}
      </label>
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
