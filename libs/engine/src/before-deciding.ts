import { refuse, toMs, type Agreement, type Instant, type Refusal } from '@twinning/domain';

/** The parts of a stored command that are judged before the due timers. */
export interface Asked {
  readonly type: string;
  readonly expectedVersion: number | null;
  readonly occurredOn: Instant | null;
}

/** Checks that come before the due timers: version, and the dates of an entry of the past (D22, G12). */
export function earlyRefusal(
  state: Agreement,
  row: Asked,
  at: Instant,
  now: Instant,
): Refusal | null {
  if (row.expectedVersion !== null && row.expectedVersion !== state.version) {
    return refuse('VERSION_CONFLICT', 'lifecycle B', {
      expected: row.expectedVersion,
      current: state.version,
    });
  }
  if (row.occurredOn === null) return null;
  // An empty stream has no past yet: only the command that opens the entry of one may bear a date.
  const opens = state.version === 0 && row.type === 'OpenCatchUp';
  const open = state.catchUp?.open === true || opens;
  if (!open || toMs(at) > toMs(now)) {
    return refuse('BACKDATED', 'lifecycle D22', { occurredOn: at });
  }
  const last = state.catchUp?.lastOccurredOn;
  return last !== undefined && toMs(at) < toMs(last)
    ? refuse('BACKDATED', 'lifecycle D22', { occurredOn: at, notBefore: last })
    : null;
}
