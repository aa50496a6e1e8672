import { PHASES, TWINNING_TYPES } from '@twinning/domain';
import type { ProgrammeRow } from '@twinning/read-model';

const DAY_MS = 86_400_000;

/** How far an agreement has come at least once; each step contains those who went further. */
export const FUNNEL = [
  'OPENED',
  'PARTNER',
  'SUBMITTED',
  'APPROVED',
  'REGISTERED',
  'AGREED',
  'IN_FORCE',
  'ENDED',
] as const;
export type FunnelStep = (typeof FUNNEL)[number];

export const CYCLES = {
  OPENED_SUBMITTED: [(row) => row.openedAt.toISOString(), (row) => row.submittedAt],
  SUBMITTED_APPROVED: [(row) => row.submittedAt, (row) => row.approvedAt],
  APPROVED_REGISTERED: [(row) => row.approvedAt, (row) => row.registeredOn],
  REGISTERED_AGREED: [(row) => row.registeredOn, (row) => row.acceptedAt],
  AGREED_IN_FORCE: [(row) => row.acceptedAt, (row) => row.start],
  IN_FORCE_ENDED: [(row) => row.start, (row) => row.ended?.on ?? null],
} as const satisfies Readonly<Record<string, readonly [Moment, Moment]>>;
type Moment = (row: ProgrammeRow) => string | null;
export type Cycle = keyof typeof CYCLES;

/** A quantile by the nearest rank: always a figure that occurred. The values come in ascending order. */
export const quantile = (sorted: readonly number[], q: number): number | null =>
  sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;

const steps: Readonly<Record<FunnelStep, (row: ProgrammeRow) => boolean>> = {
  OPENED: () => true,
  PARTNER: (row) => row.lead !== null && row.twinned !== null,
  SUBMITTED: (row) => row.submittedAt !== null,
  APPROVED: (row) => row.approvedAt !== null,
  REGISTERED: (row) => row.registeredOn !== null,
  AGREED: (row) => row.acceptedAt !== null,
  IN_FORCE: (row) => row.start !== null,
  ENDED: (row) => row.start !== null && row.ended !== null,
};

/** Whole days between two moments; a date counts from its beginning in UTC. Never below zero. */
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));

function cycle(rows: readonly ProgrammeRow[], id: Cycle) {
  const [from, to] = CYCLES[id];
  const days = rows
    .flatMap((row) => {
      const [a, b] = [from(row), to(row)];
      return a === null || b === null ? [] : [daysBetween(a, b)];
    })
    .sort((a, b) => a - b);
  return { id, n: days.length, median: quantile(days, 0.5), p90: quantile(days, 0.9) };
}

const ENDINGS = ['EXPIRED', 'TERMINATED', 'CANCELLED', 'LAPSED', 'WITHDRAWN'] as const;
const CHANGES = ['O_TO_P', 'CONVENOR', 'CHAIR', 'SECRETARIAT'] as const;

/** Pairs of bodies with the number of their twinnings, the busiest first. */
function partnerships(rows: readonly ProgrammeRow[]) {
  const pairs = new Map<string, { lead: number; twinned: number; count: number; open: number }>();
  for (const { lead, twinned, phase } of rows) {
    if (lead === null || twinned === null) continue;
    const key = `${String(lead)}/${String(twinned)}`;
    const pair = pairs.get(key) ?? { lead, twinned, count: 0, open: 0 };
    pair.count += 1;
    if (phase !== 'CLOSED') pair.open += 1;
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort(
    (a, b) => b.count - a.count || a.lead - b.lead || a.twinned - b.twinned,
  );
}

/** The programme in figures: every one a count of agreements, or days with the number they stand on. */
export const figuresOf = (rows: readonly ProgrammeRow[]) => ({
  agreements: rows.length,
  funnel: FUNNEL.map((step) => ({ step, count: rows.filter(steps[step]).length })),
  phases: PHASES.map((phase) => ({
    phase,
    count: rows.filter((row) => row.phase === phase).length,
  })),
  types: TWINNING_TYPES.map((type) => ({
    type,
    count: rows.filter((row) => row.type === type).length,
  })),
  cycles: (Object.keys(CYCLES) as Cycle[]).map((id) => cycle(rows, id)),
  changes: CHANGES.map((kind) => {
    const of = rows.flatMap((row) => row.evaluations).filter((e) => e.kind === kind);
    return {
      kind,
      effective: of.filter((e) => e.stage === 'EFFECTIVE').length,
      approved: of.filter((e) => e.stage === 'APPROVED').length,
      refused: of.filter((e) => e.stage === 'REFUSED' || e.stage === 'WITHDRAWN').length,
      open: of.filter((e) =>
        ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'BODY_DECISION'].includes(e.stage),
      ).length,
    };
  }),
  endings: ENDINGS.map((how) => ({
    how,
    count: rows.filter((row) => row.ended?.how === how).length,
  })),
  partnerships: partnerships(rows),
});
