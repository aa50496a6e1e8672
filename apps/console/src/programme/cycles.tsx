import type { Schemas } from '../api.js';
import { useTexts } from '../i18n/own-texts.js';
import { Figure } from './figure.js';
import { programmeTexts } from './texts.js';

type Cycle = Schemas['Programme']['cycles'][number];

/** How long each stretch took: median and p90 with the number behind them, drawn on one scale. */
export function Cycles({ cycles }: { readonly cycles: readonly Cycle[] }) {
  const x = useTexts(programmeTexts);
  const most = Math.max(1, ...cycles.map(({ p90 }) => p90 ?? 0));
  const name = ({ id }: Cycle) => x.stretches[id as keyof typeof x.stretches];
  // A square root keeps ten days visible beside five years; the figures stand beside it.
  const at = (days: number) => `${String(Math.sqrt(days / most) * 96)}%`;
  return (
    <Figure
      id="cycles"
      title={x.cycles}
      note={x.cyclesNote}
      csv={[
        [x.stretch, x.n, x.median, x.p90],
        ...cycles.map((cycle) => [name(cycle), cycle.n, cycle.median, cycle.p90]),
      ]}
    >
      <table aria-labelledby="cycles" className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.stretch}</th>
            <th scope="col">{x.n}</th>
            <th scope="col">{x.median}</th>
            <th scope="col">{x.p90}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {cycles.map((cycle) => (
            <tr key={cycle.id}>
              <th scope="row">{name(cycle)}</th>
              <td data-label={x.n}>{cycle.n}</td>
              <td data-label={x.median}>{cycle.median ?? '–'}</td>
              <td data-label={x.p90}>{cycle.p90 ?? '–'}</td>
              <td className="range" aria-hidden="true">
                {cycle.median !== null && cycle.p90 !== null && (
                  <>
                    <span
                      className="range-line"
                      style={{
                        insetInlineStart: at(cycle.median),
                        inlineSize: `calc(${at(cycle.p90)} - ${at(cycle.median)})`,
                      }}
                    />
                    <span className="range-median" style={{ insetInlineStart: at(cycle.median) }} />
                    <span className="range-p90" style={{ insetInlineStart: at(cycle.p90) }} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}
