import { useState, type FormEvent } from 'react';
import { answered, useResource } from '../api.js';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Day, Loaded } from '../parts/page.js';
import { recordTexts } from './texts.js';

const MONTH_MS = 30 * 86_400_000;
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
  const [asked, setAsked] = useState<Between | null>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed);
  };
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{x.difference}</h2>
      <form className="filters" onSubmit={onSubmit}>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {x[end]}
            <input
              type="date"
              required
              value={typed[end]}
              onChange={(e) => {
                setTyped({ ...typed, [end]: e.target.value });
              }}
            />
          </label>
        ))}
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
