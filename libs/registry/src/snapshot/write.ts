import { sql, type Kysely } from 'kysely';
import { searchText } from '../fold.js';
import type { RegistryDatabase } from '../schema.js';
import type { CommitteeDifference, Differences } from './compare.js';
import type { KnownRegistry } from './known.js';

type Db = Kysely<RegistryDatabase>;

/** Committees of ISO and IEC together carry both names. */
const isJoint = (reference: string): boolean => /^(ISO\/IEC|IEC\/ISO)\b/.test(reference);

/**
 * Writes the differences, a handful of statements whatever their number. What began on the snapshot's own date and is
 * replaced on it leaves no row: a stretch of no day would hold on none.
 */
export async function writeDifferences(
  trx: Db,
  known: KnownRegistry,
  { committees, newMembers, renamed }: Differences,
  date: string,
): Promise<void> {
  await writeMembers(trx, newMembers, renamed, date);
  await writeCommittees(trx, known, committees, date);
  await writeFacts(trx, committees, date);
  await writeMemberships(trx, committees, date);
}

async function writeMembers(
  trx: Db,
  added: Differences['newMembers'],
  renamed: Differences['renamed'],
  date: string,
): Promise<void> {
  const ids = added.map((m) => m.id);
  const acronyms = added.map((m) => m.acronym);
  if (ids.length > 0) {
    await sql`INSERT INTO registry.member (id, acronym, search)
      SELECT * FROM unnest(${ids}::int[], ${acronyms}::text[],
        ${acronyms.map((a) => searchText(a))}::text[])`.execute(trx);
  }
  const former = renamed.map((m) => m.member);
  if (former.length > 0) {
    const countries = await trx
      .selectFrom('registry.member')
      .select(['id', 'country'])
      .where('id', 'in', former)
      .execute();
    const country = new Map(countries.map((row) => [row.id, row.country]));
    const search = renamed.map((m) => searchText(m.to, country.get(m.member) ?? null));
    await sql`UPDATE registry.member SET acronym = n.acronym, search = n.search
      FROM unnest(${former}::int[], ${renamed.map((m) => m.to)}::text[], ${search}::text[])
        AS n (id, acronym, search) WHERE member.id = n.id`.execute(trx);
    await endVersions(trx, 'registry.member_name', 'member', former, date);
  }
  const named = [...added, ...renamed.map((m) => ({ id: m.member, acronym: m.to }))];
  if (named.length === 0) return;
  await sql`INSERT INTO registry.member_name (member, acronym, valid_from)
    SELECT id, acronym, ${date}::date FROM unnest(${named.map((m) => m.id)}::int[],
      ${named.map((m) => m.acronym)}::text[]) AS n (id, acronym)`.execute(trx);
}

async function writeCommittees(
  trx: Db,
  known: KnownRegistry,
  committees: readonly CommitteeDifference[],
  date: string,
): Promise<void> {
  if (committees.length === 0) return;
  const search = committees.map(({ committee, fact }) => {
    const described = fact ?? known.committees.get(committee)?.fact;
    return described === undefined
      ? ''
      : searchText(described.reference, described.titleEn, described.titleFr);
  });
  await sql`INSERT INTO registry.committee (id, created_on, confirmed_on, complete, search)
    SELECT id, created_on, ${date}::date, complete, search
    FROM unnest(${committees.map((c) => c.committee)}::int[],
      ${committees.map((c) => c.createdOn)}::date[],
      ${committees.map((c) => c.complete)}::boolean[], ${search}::text[])
      AS n (id, created_on, complete, search)
    ON CONFLICT (id) DO UPDATE SET created_on = excluded.created_on,
      confirmed_on = excluded.confirmed_on, complete = excluded.complete,
      search = excluded.search`.execute(trx);
}

async function writeFacts(
  trx: Db,
  committees: readonly CommitteeDifference[],
  date: string,
): Promise<void> {
  const facts = committees.flatMap(({ committee, fact }) =>
    fact === null ? [] : [{ committee, ...fact }],
  );
  if (facts.length === 0) return;
  const ids = facts.map((f) => f.committee);
  await endVersions(trx, 'registry.committee_fact', 'committee', ids, date);
  await sql`INSERT INTO registry.committee_fact
      (committee, reference, status, parent, secretariat, joint, title_en, title_fr, valid_from)
    SELECT n.*, ${date}::date FROM unnest(${ids}::int[],
      ${facts.map((f) => f.reference)}::text[], ${facts.map((f) => f.status)}::text[],
      ${facts.map((f) => f.parent)}::int[], ${facts.map((f) => f.secretariat)}::int[],
      ${facts.map((f) => isJoint(f.reference))}::boolean[],
      ${facts.map((f) => f.titleEn)}::text[], ${facts.map((f) => f.titleFr)}::text[]) AS n`.execute(
    trx,
  );
}

async function writeMemberships(
  trx: Db,
  committees: readonly CommitteeDifference[],
  date: string,
): Promise<void> {
  const closes = committees.flatMap((c) =>
    c.closes.map((member) => [c.committee, member] as const),
  );
  if (closes.length > 0) {
    const of = sql`SELECT * FROM unnest(${closes.map(([c]) => c)}::int[],
      ${closes.map(([, m]) => m)}::int[])`;
    await sql`DELETE FROM registry.membership WHERE (committee, member) IN (${of})
      AND valid_to IS NULL AND valid_from = ${date}::date`.execute(trx);
    await sql`UPDATE registry.membership SET valid_to = ${date}::date
      WHERE (committee, member) IN (${of}) AND valid_to IS NULL`.execute(trx);
  }
  const opens = committees.flatMap((c) => c.opens.map((o) => ({ committee: c.committee, ...o })));
  if (opens.length === 0) return;
  await sql`INSERT INTO registry.membership (committee, member, status, valid_from)
    SELECT committee, member, status, ${date}::date
    FROM unnest(${opens.map((o) => o.committee)}::int[], ${opens.map((o) => o.member)}::int[],
      ${opens.map((o) => o.status)}::text[]) AS n (committee, member, status)`.execute(trx);
}

/** Ends the open versions of these subjects on the date. */
export async function endVersions(
  trx: Db,
  table: 'registry.member_name' | 'registry.member_standing' | 'registry.committee_fact',
  subject: 'member' | 'committee',
  ids: readonly number[],
  date: string,
): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(subject)} = ANY(${[...ids]}::int[])
    AND valid_to IS NULL AND valid_from = ${date}::date`.execute(trx);
  await sql`UPDATE ${sql.table(table)} SET valid_to = ${date}::date
    WHERE ${sql.ref(subject)} = ANY(${[...ids]}::int[]) AND valid_to IS NULL`.execute(trx);
}
