import { useEffect, useMemo, useState } from 'react';
import { answered, useResource } from '../api.js';
import { zurichDay } from '../calendar.js';
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
  const { t } = useSignedIn();
  const x = useTexts(recordTexts);
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
  const stop = (to: number) => {
    setPlaying(false);
    setVersion(Math.min(last, Math.max(1, to)));
  };
  return (
    <>
      <div className="filters">
        <label>
          {t.audit.day}
          <input
            type="date"
            value={here === undefined ? '' : zurichDay(Date.parse(here.occurredAt))}
            onChange={(e) => {
              if (e.target.value !== '') stop(versionOn(items, e.target.value));
            }}
          />
        </label>
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
        <label>
          {x.index}
          <input
            type="number"
            min={items[0]?.index ?? 0}
            value={here?.index ?? ''}
            onChange={(e) => {
              if (e.target.value !== '') stop(versionAtIndex(items, Number(e.target.value)));
            }}
          />
        </label>
        <div className="row">
          <button
            type="button"
            disabled={version <= 1}
            onClick={() => {
              stop(version - 1);
            }}
          >
            {t.audit.back}
          </button>
          <button
            type="button"
            disabled={version >= last}
            onClick={() => {
              stop(version + 1);
            }}
          >
            {t.audit.forward}
          </button>
          <button
            type="button"
            onClick={() => {
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
          <Day day={zurichDay(Date.parse(here.occurredAt))} />
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
