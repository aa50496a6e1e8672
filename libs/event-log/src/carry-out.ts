import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';

/**
 * How long a migration waits for a lock, in milliseconds: whoever comes after it waits behind it as long. Less than
 * PostgreSQL waits before it looks for a deadlock (1 s): the migration gives way, not a command.
 */
const LOCK_MS = 500;

/**
 * Carries out the statements of a migration in one transaction. What stands already is not said again where saying it would
 * lock a table for everybody; a lock that is not to be had in half a second ends it (SQLSTATE 55P03), to be tried again, so
 * that nobody waits behind a migration that waits for a long reader. `turn` is the key of an advisory lock that is taken
 * first.
 */
export async function carryOut(
  admin: Kysely<unknown>,
  statements: readonly string[],
  turn: number | null = null,
): Promise<void> {
  await admin.transaction().execute(async (trx) => {
    if (turn !== null) await sql`SELECT pg_advisory_xact_lock(${turn})`.execute(trx);
    await sql.raw(`SET LOCAL lock_timeout = ${String(LOCK_MS)}`).execute(trx);
    for (let i = 0; i < statements.length; i += 1) {
      const [statement = '', next = ''] = statements.slice(i, i + 2);
      const policy = policyIn(statement, next);
      if (policy !== null) {
        i += 1;
        if (await isMarked(trx, policy)) continue;
        await sql.raw(statement).execute(trx);
        await sql.raw(next).execute(trx);
        const { name, table, mark } = policy;
        await sql.raw(`COMMENT ON POLICY ${name} ON ${table} IS '${mark}'`).execute(trx);
      } else if (!(await stands(trx, statement))) {
        await sql.raw(statement).execute(trx);
      }
    }
  });
}

type Trx = Transaction<unknown>;

const ADD_COLUMN = /^ALTER TABLE (\S+) ADD COLUMN IF NOT EXISTS (\w+) /;
const ROW_SECURITY = /^ALTER TABLE (\S+) (ENABLE|FORCE) ROW LEVEL SECURITY$/;

/** Whether the catalogue shows that a statement has nothing to do: PostgreSQL looks only when it has locked the table. */
async function stands(trx: Trx, statement: string): Promise<boolean> {
  const [, table, column] = ADD_COLUMN.exec(statement) ?? [];
  if (table !== undefined) {
    const { rows } = await sql`
      SELECT FROM pg_attribute WHERE attrelid = to_regclass(${table}) AND attname = ${column} AND NOT attisdropped`.execute(
      trx,
    );
    return rows.length > 0;
  }
  const [, walled, what] = ROW_SECURITY.exec(statement) ?? [];
  if (walled === undefined) return false;
  const { rows } = await sql`
    SELECT FROM pg_class WHERE oid = to_regclass(${walled})
       AND CASE ${what} WHEN 'FORCE' THEN relforcerowsecurity ELSE relrowsecurity END`.execute(trx);
  return rows.length > 0;
}

interface Policy {
  readonly name: string;
  readonly table: string;
  /** Its comment in the database: which text has made it. */
  readonly mark: string;
}

/** The policy that a statement drops and the next one makes. */
function policyIn(statement: string, next: string): Policy | null {
  const [, name, table] = /^DROP POLICY IF EXISTS (\w+) ON (\S+)$/.exec(statement) ?? [];
  if (name === undefined || table === undefined) return null;
  if (!next.startsWith(`CREATE POLICY ${name} ON ${table} `)) return null;
  return { name, table, mark: createHash('sha256').update(next).digest('hex') };
}

async function isMarked(trx: Trx, { name, table, mark }: Policy): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM pg_policy WHERE polrelid = to_regclass(${table}) AND polname = ${name}
       AND obj_description(oid, 'pg_policy') = ${mark}`.execute(trx);
  return rows.length > 0;
}
