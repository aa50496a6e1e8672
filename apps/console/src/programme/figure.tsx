import type { ReactNode } from 'react';
import { useSignedIn } from '../console.js';
import { saveCsv, type CsvRow } from '../screens/csv.js';

/** A part of the programme: a table that may carry bars, with the same figures as a file. */
export function Figure({
  id,
  title,
  note,
  csv,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Head and rows of the file. */
  readonly csv: readonly CsvRow[];
  readonly children: ReactNode;
}) {
  const { t } = useSignedIn();
  return (
    <section className="figure" aria-labelledby={id}>
      <div className="figure-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            saveCsv(`twinning-${id}`, csv);
          }}
        >
          {t.programme.csv} <span className="hidden">{title}</span>
        </button>
      </div>
      {note !== undefined && <p className="quiet-text">{note}</p>}
      {children}
    </section>
  );
}

export interface Bar {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

/** Counts as a table whose rows carry a bar. */
export function Bars({
  id,
  title,
  note,
  head,
  bars,
}: {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly head: string;
  readonly bars: readonly Bar[];
}) {
  const { t } = useSignedIn();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Figure
      id={id}
      title={title}
      {...(note !== undefined && { note })}
      csv={[[head, t.programme.count], ...bars.map(({ text, count }) => [text, count])]}
    >
      <table aria-labelledby={id}>
        <thead className="hidden">
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t.programme.count}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, text, count }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              <td className="bar">
                <span
                  className="bar-fill"
                  style={{ inlineSize: `${String((80 * count) / most)}%` }}
                />
                {count}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}
