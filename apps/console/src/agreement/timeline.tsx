import { useState } from 'react';
import { answered, useResource } from '../api.js';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Day, Empty, Loaded, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import type { AgreementAnswer, Happening } from './model.js';

const DEPTHS = ['days', 'all', 'record'] as const;
type Depth = (typeof DEPTHS)[number];

/** Happenings of the same day together, the newest day first. */
export const byDay = (
  items: readonly Happening[],
): readonly (readonly [string, readonly Happening[]])[] => {
  const days = new Map<string, Happening[]>();
  for (const item of [...items].reverse()) {
    const day = zurichDay(Date.parse(item.occurredAt));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
};

/** What happened, in three depths: day by day, entry by entry, and as it stands in the record. */
export function TimelineView({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t, client, language } = useSignedIn();
  const [depth, setDepth] = useState<Depth>('days');
  const [filter, setFilter] = useState('');
  const timeline = useResource(
    `timeline ${agreement.id} ${String(agreement.version)} ${language}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/timeline', {
          params: { path: { agreement: agreement.id } },
        }),
      ),
  );
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.agreement.views.timeline}</h2>
      <div className="filters">
        <label>
          {t.timeline.depth}
          <select
            value={depth}
            onChange={(e) => {
              setDepth(e.target.value as Depth);
            }}
          >
            {DEPTHS.map((each) => (
              <option key={each} value={each}>
                {t.timeline.depths[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.timeline.filter}
          <input
            type="search"
            autoComplete="off"
            value={filter}
            onChange={(e) => {
              setFilter(e.target.value);
            }}
          />
        </label>
        <Link to={`/audit?agreement=${agreement.id}`}>{t.timeline.audit}</Link>
      </div>
      <Loaded of={timeline}>
        {({ items }) => {
          const wanted = filter.trim().toLowerCase();
          const shown = items.filter((item) =>
            `${item.text} ${item.type} ${item.actor.person ?? ''}`.toLowerCase().includes(wanted),
          );
          if (shown.length === 0) return <Empty title={t.timeline.empty} />;
          return <Happenings items={shown} depth={depth} />;
        }}
      </Loaded>
    </section>
  );
}

export function Happenings({
  items,
  depth,
}: {
  readonly items: readonly Happening[];
  readonly depth: Depth;
}) {
  const { t } = useSignedIn();
  const word = useWords();
  const who = (item: Happening) =>
    [item.actor.person, word(item.actor.role, 'role')].filter((part) => part !== null).join(', ');
  return (
    <ol className={`timeline timeline-${depth}`}>
      {byDay(items).map(([day, happenings]) => (
        <li key={day}>
          <h3>
            <Day day={day} />
          </h3>
          <ul>
            {happenings.map((item) => (
              <li key={item.version}>
                {item.text}
                {depth !== 'days' && (
                  <span className="quiet-text">
                    {' '}
                    – {who(item)}, <Moment at={item.occurredAt} />
                  </span>
                )}
                {depth === 'record' && (
                  <span className="record">
                    {t.timeline.entry(item.version, item.index)} · <code>{item.type}</code> ·{' '}
                    {t.timeline.recorded} <Moment at={item.recordedAt} /> ·{' '}
                    <Link to={`/audit?entry=${String(item.index)}`}>{t.timeline.prove}</Link>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
