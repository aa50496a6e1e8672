import { useRef, useState, type ChangeEvent } from 'react';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Day, Empty, Loaded, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import { filtered, NO_FILTER, type TimelineFilter } from './filters.js';
import type { AgreementAnswer, Happening } from './model.js';
import { timelineTexts } from './timeline-texts.js';
import { useTimeline } from './use-timeline.js';

const DEPTHS = ['days', 'all', 'record'] as const;
type Depth = (typeof DEPTHS)[number];

/** Days that are laid out together; where there are more, those out of sight are not. */
const PART = 20;
const partsOf = <T,>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / PART) }, (_, i) =>
    items.slice(i * PART, (i + 1) * PART),
  );

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
  const { t } = useSignedIn();
  const x = useTexts(timelineTexts);
  const [depth, setDepth] = useState<Depth>('days');
  const [filter, setFilter] = useState(NO_FILTER);
  const timeline = useTimeline(agreement);
  const heading = useRef<HTMLHeadingElement>(null);
  const showAll = () => {
    setFilter(NO_FILTER);
    // The button that was pressed goes with the filter.
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" tabIndex={-1} ref={heading}>
        {t.agreement.views.timeline}
      </h2>
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
        <Filters items={timeline.data?.items ?? []} filter={filter} onFilter={setFilter} />
        <Link to={`/audit?agreement=${agreement.id}`}>{t.timeline.audit}</Link>
      </div>
      <Loaded of={timeline}>
        {({ items }) => {
          const shown = filtered(items, filter);
          return (
            <>
              {shown.length > 0 && shown.length < items.length && (
                <p role="status">
                  {x.shown(shown.length, items.length)}{' '}
                  <button type="button" className="quiet" onClick={showAll}>
                    {x.clear}
                  </button>
                </p>
              )}
              {shown.length === 0 ? (
                <Empty title={t.timeline.empty}>
                  <p>{x.emptyWhy}</p>
                  <p>
                    <button type="button" onClick={showAll}>
                      {x.clear}
                    </button>
                  </p>
                </Empty>
              ) : (
                <Happenings items={shown} depth={depth} />
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

function Filters({
  items,
  filter,
  onFilter,
}: {
  readonly items: readonly Happening[];
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
}) {
  const { t } = useSignedIn();
  const x = useTexts(timelineTexts);
  const change = (name: keyof TimelineFilter) => ({
    value: filter[name],
    onChange: (e: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
      onFilter({ ...filter, [name]: e.target.value });
    },
  });
  // A kind is told by its first sentence: the record's own names are English.
  const kinds = [...new Map([...items].reverse().map(({ type, text }) => [type, text]))].reverse();
  return (
    <>
      <label>
        {x.actor}
        <select {...change('actor')}>
          <option value="">{x.everybody}</option>
          {unique(items.flatMap(({ actor }) => actor.person ?? [])).map((person) => (
            <option key={person}>{person}</option>
          ))}
        </select>
      </label>
      <label>
        {x.kind}
        <select {...change('kind')}>
          <option value="">{x.everything}</option>
          {kinds.map(([kind, text]) => (
            <option key={kind} value={kind}>
              {text.length > 60 ? `${text.slice(0, 59)}…` : text}
            </option>
          ))}
        </select>
      </label>
      <label>
        {x.from}
        <input type="date" {...change('from')} />
      </label>
      <label>
        {x.to}
        <input type="date" {...change('to')} />
      </label>
      <label>
        {t.timeline.filter}
        <input type="search" autoComplete="off" {...change('text')} />
      </label>
    </>
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
  const x = useTexts(timelineTexts);
  const word = useWords();
  const who = ({ actor, onBehalfOf }: Happening) =>
    [
      actor.person,
      // A deputy acts for a person; what is written in a body's name shows in the role already.
      typeof onBehalfOf === 'string' ? x.behalf(onBehalfOf) : null,
      word(actor.role, 'role'),
    ]
      .filter((part) => part !== null)
      .join(', ');
  const days = byDay(items);
  const parts = partsOf(days);
  return parts.map((part) => (
    <ol key={part[0]?.[0]} className={parts.length > 1 ? 'timeline timeline-part' : 'timeline'}>
      {part.map(([day, happenings]) => (
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
  ));
}
