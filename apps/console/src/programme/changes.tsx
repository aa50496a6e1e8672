import type { Schemas } from '../api.js';
import { useTexts } from '../i18n/own-texts.js';
import { Figure } from './figure.js';
import { programmeTexts } from './texts.js';

type Change = Schemas['Programme']['changes'][number];
const COLUMNS = ['effective', 'approved', 'open', 'refused'] as const;

/** What the twinnings led to: new P-members, convenors, chairs, secretariats. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const x = useTexts(programmeTexts);
  const name = ({ kind }: Change) => x.kinds[kind as keyof typeof x.kinds];
  return (
    <Figure
      id="changes"
      title={x.changes}
      csv={[
        [x.change, ...COLUMNS.map((column) => x[column])],
        ...changes.map((change) => [name(change), ...COLUMNS.map((column) => change[column])]),
      ]}
    >
      <table aria-labelledby="changes" className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.change}</th>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {x[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.kind}>
              <th scope="row">{name(change)}</th>
              {COLUMNS.map((column) => (
                <td key={column} data-label={x[column]}>
                  {change[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}
