import { sql } from 'kysely';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Db } from './database.js';

export const runHistoryStatements: readonly string[] = [
  // Written once, at the end of a run: Temporal forgets it when its retention ends.
  `CREATE TABLE IF NOT EXISTS engine.run_history (
     run uuid PRIMARY KEY,
     agreement uuid NOT NULL,
     workflow text NOT NULL,
     ended text NOT NULL,
     closed_at timestamptz NOT NULL,
     history bytea NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS run_history_agreement ON engine.run_history (agreement, closed_at)`,
  `CREATE INDEX IF NOT EXISTS run_history_closed ON engine.run_history (closed_at)`,
  `GRANT SELECT, INSERT ON engine.run_history TO twinning_app`,
];

/** A run of an agreement's workflow, or of a process beside it, that has ended. */
export interface EndedRun {
  /** Temporal's run id. */
  readonly run: string;
  readonly agreement: string;
  /** Workflow id: the agreement's own, or that of a process beside it. */
  readonly workflow: string;
  /** How it ended, as Temporal says it: `COMPLETED`, `CONTINUED_AS_NEW`, `TERMINATED` … */
  readonly ended: string;
  readonly closedAt: Date;
}

/** Keeps a run's history (JSON). A run that is kept already stays as it is. */
export async function keepRun(db: Db, run: EndedRun, json: string): Promise<void> {
  await sql`
    INSERT INTO engine.run_history (run, agreement, workflow, ended, closed_at, history)
    VALUES (${run.run}, ${run.agreement}, ${run.workflow}, ${run.ended}, ${run.closedAt.toISOString()},
            ${gzipSync(json)})
    ON CONFLICT (run) DO NOTHING`.execute(db);
}

/** Those of the runs that are not kept yet. */
export async function runsNotKept(db: Db, runs: readonly EndedRun[]): Promise<readonly EndedRun[]> {
  if (runs.length === 0) return [];
  const { rows } = await sql<{ run: string }>`
    SELECT run FROM engine.run_history WHERE run = ANY(${runs.map((r) => r.run)}::uuid[])`.execute(
    db,
  );
  const kept = new Set(rows.map((row) => row.run));
  return runs.filter((r) => !kept.has(r.run));
}

/** When the last run that is kept ended; null when none is kept. */
export async function lastKeptRun(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT max(closed_at) AS at FROM engine.run_history`.execute(db);
  return rows[0]?.at ?? null;
}

/** The kept histories of an agreement, the oldest first. */
export async function keptRuns(
  db: Db,
  agreement: string,
): Promise<readonly { readonly run: string; readonly json: string }[]> {
  const { rows } = await sql<{ run: string; history: Buffer }>`
    SELECT run, history FROM engine.run_history WHERE agreement = ${agreement}
     ORDER BY closed_at, run`.execute(db);
  return rows.map(({ run, history }) => ({ run, json: gunzipSync(history).toString() }));
}
