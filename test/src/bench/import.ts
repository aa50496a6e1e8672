import { testDatabase } from '@twinning/infra/postgres';
import { migrateAll } from '@twinning/engine';
import { importCommittees, parseCommittees, type RegistryDatabase } from '@twinning/registry';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { median } from './load.js';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/iso_technical_committees-2025-07.jsonl', import.meta.url),
);

/** The first import of ISO's committees beside a plain `COPY` of the same facts, three times each, in turn. */
export async function importBesideCopy(): Promise<string> {
  if (!existsSync(FILE)) return 'Import: skipped, the reference data are not beside the project.';
  const text = await readFile(FILE, 'utf8');
  const snapshot = await parseCommittees(text, 'jsonl');
  const facts = snapshot.committees.flatMap((c) =>
    [...c.members].map(([member, status]) => `${String(c.id)}\t${String(member)}\t${status}\n`),
  );
  const imports: number[] = [];
  const copies: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const database = await testDatabase();
    const pool = new pg.Pool({ connectionString: database.adminUrl, max: 3 });
    const db = new Kysely<RegistryDatabase>({ dialect: new PostgresDialect({ pool }) });
    await migrateAll(db as unknown as Kysely<unknown>);
    await sql`CREATE TABLE plain (committee integer, member integer, status text)`.execute(db);
    let began = performance.now();
    const client = await pool.connect();
    await pipeline(Readable.from(facts), client.query(copyFrom('COPY plain FROM STDIN')));
    client.release();
    copies.push(performance.now() - began);
    began = performance.now();
    await importCommittees(db, await parseCommittees(text, 'jsonl'), { asOf: '2025-07-01' });
    imports.push(performance.now() - began);
    await db.destroy();
    await database.drop();
  }
  const [took, copy] = [median(imports), median(copies)];
  return (
    `Import of ${String(facts.length)} memberships: ${took.toFixed(0)} ms, plain COPY ${copy.toFixed(0)} ms; ` +
    `limit 3 × COPY + 1 s = ${(3 * copy + 1_000).toFixed(0)} ms`
  );
}
