import { useState, type FormEvent } from 'react';
import { answered, useResource } from '../api.js';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { described, ErrorSummary, FaultsAt } from '../forms/error-summary.js';
import { faultsWithin } from '../forms/faults.js';
import type { FieldFault } from '../forms/typed.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Day, Loaded } from '../parts/page.js';
import { recordTexts } from './texts.js';

const MONTH_MS = 30 * 86_400_000;
const ENDS = ['from', 'to'] as const;
const idOf = (pointer: string): string => `between${pointer.replaceAll('/', '-')}`;

interface Between {
  readonly from: string;
  readonly to: string;
}

/** What changed between two dates: of one agreement, or of all that the person may see. */
export function Difference({ agreement }: { readonly agreement: string | null }) {
  const { now } = useSignedIn();
  const x = useTexts(recordTexts);
  const [typed, setTyped] = useState<Between>(() => ({
    from: zurichDay(now() - MONTH_MS),
    to: zurichDay(now()),
  }));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [asked, setAsked] = useState<Between | null>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = ENDS.filter((end) => typed[end] === '').map(
      (end): FieldFault => ({ pointer: `/${end}`, code: 'INVALID', shape: 'DAY' }),
    );
    setFaults(found);
    if (found.length === 0) setAsked(typed);
  };
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{x.difference}</h2>
      {faults.length > 0 && (
        <ErrorSummary
          faults={faults}
          idOf={idOf}
          nameOf={(pointer) => (pointer === '/from' ? x.from : x.to)}
        />
      )}
      <form noValidate className="filters" onSubmit={onSubmit}>
        {ENDS.map((end) => {
          const id = idOf(`/${end}`);
          const own = faultsWithin(faults, `/${end}`);
          return (
            <div key={end}>
              <label htmlFor={id}>{x[end]}</label>
              <FaultsAt faults={own} id={id} />
              <input
                id={id}
                type="date"
                {...described(id, own)}
                value={typed[end]}
                onChange={(e) => {
                  setTyped({ ...typed, [end]: e.target.value });
                }}
              />
            </div>
          );
        })}
        <button>{x.compare}</button>
        {agreement === null && <span className="quiet-text">{x.whole}</span>}
      </form>
      {asked !== null &&
        (agreement === null ? <OfAll between={asked} /> : <OfOne id={agreement} between={asked} />)}
    </section>
  );
}

function OfOne({ id, between }: { readonly id: string; readonly between: Between }) {
  const { t, client, language } = useSignedIn();
  const x = useTexts(recordTexts);
  const found = useResource(`difference ${id} ${between.from} ${between.to} ${language}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/difference', {
        params: { path: { agreement: id }, query: between },
      }),
    ),
  );
  return (
    <Loaded of={found}>
      {({ changes, events }) => (
        <>
          {changes.length === 0 ? <p>{x.same}</p> : <Changes changes={changes} />}
          {events.length > 0 && (
            <details>
              <summary>{x.happened(events.length)}</summary>
              <ul>
                {events.map((event) => (
                  <li key={event.version}>
                    <Day day={zurichDay(Date.parse(event.occurredAt))} />
                    {t.colon}
                    {event.text}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Loaded>
  );
}

function OfAll({ between }: { readonly between: Between }) {
  const { client, language } = useSignedIn();
  const x = useTexts(recordTexts);
  const found = useResource(`difference ${between.from} ${between.to} ${language}`, () =>
    answered(client.GET('/v1/difference', { params: { query: between } })),
  );
  return (
    <Loaded of={found}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{x.same}</p>
        ) : (
          <ul className="plain">
            {items.map((item) => (
              <li key={item.agreement}>
                <h3>
                  <Link to={`/audit?agreement=${item.agreement}`}>
                    {item.agreement.slice(0, 8)}
                  </Link>
                </h3>
                <Changes changes={item.changes} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

const Changes = ({
  changes,
}: {
  readonly changes: readonly { readonly about: string; readonly text: string }[];
}) => (
  <ul>
    {changes.map((change) => (
      <li key={change.about + change.text}>{change.text}</li>
    ))}
  </ul>
);
