import type { Db } from '@twinning/engine';
import {
  PERSON_ERASED,
  personStream,
  provenStream,
  type Json,
  type ProofAt,
  type ProvenEvent,
} from '@twinning/event-log';
import { erasedAmong } from '@twinning/filing';
import { leafOf } from './content.js';

const HASH = /^[0-9a-f]{64}$/;

/** Every hash that the shown fields of these events name. */
function hashesIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return HASH.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(hashesIn) : [];
}

/** The erasures that destroyed files which the events name; of each nothing is shown but these files. */
export async function erasuresFor(
  db: Db,
  events: readonly ProvenEvent[],
  at: ProofAt,
): Promise<readonly ProvenEvent[]> {
  const named = events.flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ value }) => hashesIn(value)),
  );
  const gone = [...(await erasedAmong(db, named)).values()];
  const wanted = new Set(gone.map(({ index }) => index));
  const found: ProvenEvent[] = [];
  for (const person of new Set(gone.map((g) => g.person))) {
    const erasures = await provenStream(db, personStream(person), {
      ...at,
      withhold: (_, field) => field !== 'files',
    });
    found.push(...erasures.filter((e) => wanted.has(e.index) && leafOf(e).type === PERSON_ERASED));
  }
  return found.sort((a, b) => a.index - b.index);
}
