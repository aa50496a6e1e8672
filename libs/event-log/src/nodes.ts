import { sql } from 'kysely';
import type { Connection } from './connection.js';
import type { Hash, NodeAt } from './merkle.js';

interface Asked {
  readonly level: number;
  readonly index: number;
  readonly resolve: (hash: Hash) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Hashes of complete subtrees as the database keeps them. What is asked for in one go is read with one statement: a proof in a
 * log of a million events needs some twenty.
 */
export function nodesOf(db: Connection): NodeAt {
  let waiting: Asked[] = [];
  const read = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    try {
      const found = await nodesAt(db, asked);
      for (const { level, index, resolve, reject } of asked) {
        const hash = found.get(placeOf(level, index));
        if (hash === undefined) {
          reject(new Error(`The log has no node ${String(level)}/${String(index)}.`));
        } else resolve(hash);
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  return (level, index) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ level, index, resolve, reject }) === 1) queueMicrotask(() => void read());
    });
}

const placeOf = (level: number, index: number): string => `${String(level)}/${String(index)}`;

async function nodesAt(
  db: Connection,
  asked: readonly Pick<Asked, 'level' | 'index'>[],
): Promise<ReadonlyMap<string, Hash>> {
  const [levels, indices] = [asked.map((a) => a.level), asked.map((a) => a.index)];
  const { rows } = await sql<{ level: number; index: string | number; hash: Buffer }>`
    SELECT n.level, n.index, n.hash
      FROM log.node n JOIN unnest(${levels}::integer[], ${indices}::bigint[]) AS a (level, index)
        ON n.level = a.level AND n.index = a.index`.execute(db);
  return new Map(rows.map(({ level, index, hash }) => [placeOf(level, Number(index)), hash]));
}
