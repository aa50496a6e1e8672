import { useEffect, useMemo, useState } from 'react';
import { answered, useResource } from '../api.js';
import { dayInWords, zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { AgreementHeader } from '../agreement/header.js';
import type { Happening } from '../agreement/model.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day, Loaded, Moment } from '../parts/page.js';
import { standingsOf, type Standing } from './standings.js';
import { recordTexts } from './texts.js';

const STEP_MS = 1500;

/** The last version of that day or before; the first one when the day is earlier still. */
export const versionOn = (items: readonly Happening[], day: string): number =>
  items.filter((item) => zurichDay(Date.parse(item.occurredAt)) <= day).at(-1)?.version ??
  items[0]?.version ??
  1;

/** The last version among the first entries of the record, up to and with this one; the first when it is earlier still. */
export const versionAtIndex = (items: readonly Happening[], index: number): number =>
  items.filter((item) => item.index <= index).at(-1)?.version ?? items[0]?.version ?? 1;

/** A day (`YYYY-MM-DD`) or an entry of the record that was asked for, as it was typed. */
export interface Asked {
  readonly by: 'DAY' | 'INDEX';
  readonly value: string;
}

/** Whether the agreement had not begun by then. */
export function isBefore(items: readonly Happening[], { by, value }: Asked): boolean {
  const [first] = items;
  if (first === undefined) return true;
  return by === 'DAY'
    ? zurichDay(Date.parse(first.occurredAt)) > value
    : first.index > Number(value);
}

/** Goes through an agreement's history by version or by date, with play and pause. */
export function Travel({ id }: { readonly id: string }) {
  const { client, language } = useSignedIn();
  const timeline = useResource(`travel ${id} ${language}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/timeline', { params: { path: { agreement: id } } }),
    ),
  );
  // All of it at once: each step is then shown from here, over any line.
  const versions = useResource(`versions ${id} ${language}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/versions', { params: { path: { agreement: id } } }),
    ),
  );
  const standings = useMemo(() => standingsOf(versions.data?.items ?? []), [versions.data]);
  return (
    <Loaded of={timeline}>
      {({ items }) => (
        <Loaded of={versions}>{() => <Steps items={items} standings={standings} />}</Loaded>
      )}
    </Loaded>
  );
}

function Steps({
  items,
  standings,
}: {
  readonly items: readonly Happening[];
  readonly standings: ReadonlyMap<number, Standing>;
}) {
  const { t, language } = useSignedIn();
  const x = useTexts(recordTexts);
  // Another thing than the version it leads to: between two events lie days and entries of other agreements.
  const [asked, setAsked] = useState<Asked | null>(null);
  const last = items.at(-1)?.version ?? 1;
  const [version, setVersion] = useState(last);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = window.setTimeout(() => {
      if (version < last) setVersion(version + 1);
      else setPlaying(false);
    }, STEP_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [playing, version, last]);
  const then = standings.get(version);
  const here = items.find((item) => item.version === version);
  const stop = (to: number, by: Asked | null = null) => {
    setPlaying(false);
    setAsked(by);
    setVersion(Math.min(last, Math.max(1, to)));
  };
  const day = here === undefined ? '' : zurichDay(Date.parse(here.occurredAt));
  return (
    <>
      <div className="filters">
        <Typed
          label={t.audit.day}
          type="date"
          value={asked?.by === 'DAY' ? asked.value : day}
          onTyped={(value) => {
            stop(versionOn(items, value), { by: 'DAY', value });
          }}
        />
        <label className="slider">
          {t.audit.version(version, last)}
          <input
            type="range"
            min={1}
            max={last}
            value={version}
            aria-valuetext={here?.text}
            onChange={(e) => {
              stop(Number(e.target.value));
            }}
          />
        </label>
        <Typed
          label={x.index}
          type="number"
          min={0}
          value={asked?.by === 'INDEX' ? asked.value : String(here?.index ?? '')}
          onTyped={(value) => {
            stop(versionAtIndex(items, Number(value)), { by: 'INDEX', value });
          }}
        />
        <div className="row">
          <button
            type="button"
            aria-disabled={version <= 1}
            onClick={() => {
              stop(version - 1);
            }}
          >
            {t.audit.back}
          </button>
          <button
            type="button"
            aria-disabled={version >= last}
            onClick={() => {
              stop(version + 1);
            }}
          >
            {t.audit.forward}
          </button>
          <button
            type="button"
            onClick={() => {
              setAsked(null);
              if (!playing && version === last) setVersion(1);
              setPlaying(!playing);
            }}
          >
            {playing ? t.audit.pause : t.audit.play}
          </button>
        </div>
      </div>
      {here !== undefined && (
        <p className="notice" role="status">
          {asked !== null && (
            <>
              {x.asOf(
                asked.by === 'DAY' ? dayInWords(asked.value, language) : x.entry(asked.value),
                here.version,
                isBefore(items, asked),
              )}
              <br />
            </>
          )}
          <Day day={day} />
          {t.colon}
          {here.text}
        </p>
      )}
      {then !== undefined && (
        <>
          <AgreementHeader agreement={then} />
          <h3>{t.agreement.moves}</h3>
          <ul>
            {then.duties.map((duty) => (
              <li key={duty.id + duty.desk}>
                {t.desks[duty.desk] ?? duty.desk}
                {t.colon}
                {duty.text}
              </li>
            ))}
          </ul>
          {then.duties.length === 0 && <p>{t.agreement.noMovesShown}</p>}
        </>
      )}
      {here !== undefined && (
        <p className="quiet-text">
          {t.timeline.entry(here.version, here.index)} · <code>{here.type}</code> ·{' '}
          {t.timeline.recorded} <Moment at={here.recordedAt} />
        </p>
      )}
    </>
  );
}

/** What is typed stands as it is typed until Enter, or until the field is left. */
function Typed({
  label,
  type,
  min,
  value,
  onTyped,
}: {
  readonly label: string;
  readonly type: 'date' | 'number';
  readonly min?: number;
  readonly value: string;
  readonly onTyped: (value: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const apply = () => {
    setTyped(null);
    if (typed !== null && typed !== '' && typed !== value) onTyped(typed);
  };
  return (
    <label>
      {label}
      <input
        type={type}
        min={min}
        value={typed ?? value}
        onChange={(e) => {
          setTyped(e.target.value);
          // Chosen from the calendar, nothing more is pressed; while a year is typed it is the year 2, 20, 202.
          if (type === 'date' && /^(?:19|20)/.test(e.target.value)) onTyped(e.target.value);
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter') apply();
        }}
        onBlur={apply}
      />
    </label>
  );
}
