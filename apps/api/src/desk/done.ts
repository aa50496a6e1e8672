import { textsOf, type Language } from '@twinning/domain';
import type { Db, DoneCommand } from '@twinning/engine';
import { namesOf } from '../registry/names.js';
import type { agreementsOf } from './tasks.js';

interface DoneWith {
  readonly rows: readonly DoneCommand[];
  readonly of: Awaited<ReturnType<typeof agreementsOf>>;
}

/** What was done, in words, with the agreement that it was done in as far as the reader may see it (`of`). */
export async function doneViews(db: Db, { rows, of: agreements }: DoneWith, language: Language) {
  if (rows.length === 0) return [];
  const byId = new Map(agreements.map((row) => [row.agreement, row]));
  const names = await namesOf(
    db,
    agreements.flatMap((row) => [row.lead, row.twinned]),
    agreements.map((row) => row.committee),
  );
  const { commands } = textsOf(language);
  return rows.map((row) => {
    const of = byId.get(row.agreement);
    return {
      agreement: row.agreement,
      command: row.id,
      type: row.type,
      text: commands[row.type] ?? row.type,
      person: row.person,
      at: row.decidedAt.toISOString(),
      version: row.version,
      leadAcronym: names.member(of?.lead ?? null),
      twinnedAcronym: names.member(of?.twinned ?? null),
      committeeReference: names.committee(of?.committee ?? null),
    };
  });
}
