import { rootOf } from '@twinning/event-log';
import { sql } from 'kysely';
import type { Violation } from './check.js';
import type { Trx } from './database.js';

/** I4: every kept node is the hash of what lies below it, and every signed checkpoint is a prefix of the log. */
export async function checkTree(trx: Trx): Promise<readonly Violation[]> {
  const { rows: wrong } = await sql<{ level: number; index: string | number }>`
    SELECT n.level, n.index FROM log.node n
      LEFT JOIN log.event e ON n.level = 0 AND e.index = n.index
      LEFT JOIN log.node l ON l.level = n.level - 1 AND l.index = n.index * 2
      LEFT JOIN log.node r ON r.level = n.level - 1 AND r.index = n.index * 2 + 1
     WHERE n.hash IS DISTINCT FROM
           CASE WHEN n.level = 0 THEN e.leaf_hash ELSE sha256('\\x01'::bytea || l.hash || r.hash) END
     ORDER BY n.level, n.index LIMIT 100`.execute(trx);
  const violations: Violation[] = wrong.map(({ level, index }) => ({
    invariant: 'I4',
    subject: `node ${String(level)}/${String(index)}`,
    what: 'is not the hash of what lies below it',
  }));
  const { rows: kept } = await sql<{ size: string | number; note: string }>`
    SELECT size, note FROM log.checkpoint ORDER BY size`.execute(trx);
  for (const { size, note } of kept) {
    const root = await rootOf(trx, Number(size)).catch(() => null);
    if (root?.toString('base64') === note.split('\n')[2]) continue;
    const what = 'what was signed at this size is not a prefix of the log';
    violations.push({ invariant: 'I4', subject: `checkpoint ${String(size)}`, what });
  }
  return violations;
}
