import {
  erasedPersons,
  logSize,
  PERSON_ERASED,
  personStream,
  type EventLog,
  type FilePersonKeys,
  type RecordedEvent,
} from '@twinning/event-log';
import { erasedFiles, forgetFeed, noteErased, type Vault } from '@twinning/filing';
import { sql } from 'kysely';
import type { Db, Trx } from './database.js';
import { filesOfPerson, mentionedSince, type KeptFile } from './files-of-person.js';
import { retentionOf, type Retained } from './retention.js';
import { sideEvents } from './side-events.js';

/** Type of the event that carries a person's name, sealed under the person's key. */
const PERSON_NAMED = 'PersonNamed';

const OPERATOR = { person: null, role: 'OPERATOR', body: null } as const;

const commitOf = (person: string, event: { type: string; at: string; payload: object }) => ({
  stream: personStream(person),
  actor: OPERATOR,
  onBehalfOf: null,
  commandId: null,
  causationId: null,
  correlationId: null,
  ruleset: null,
  events: [
    {
      type: event.type,
      schemaVersion: 1,
      occurredAt: event.at,
      payload: event.payload as Record<string, never>,
    },
  ],
});

/**
 * Keeps the name under which a person signs in: one sealed event when it is new or has changed. Nothing is kept of a
 * person who was erased. Answers whether anything was appended.
 */
export async function rememberName(
  db: Db,
  log: EventLog,
  { person, name, at }: { readonly person: string; readonly name: string; readonly at: string },
): Promise<boolean> {
  if (log.keys === null) return false;
  if (nameIn(await eventsOf(db, log, person)) === name) return false;
  return db.transaction().execute(async (trx) => {
    await log.lockHead(trx);
    const events = await eventsOf(trx, log, person);
    if (isErased(events) || nameIn(events) === name) return false;
    const commit = commitOf(person, { type: PERSON_NAMED, at, payload: { name } });
    const [event] = commit.events;
    await log.append(trx, {
      ...commit,
      events: event === undefined ? [] : [{ ...event, personal: { name: person } }],
    });
    return true;
  });
}

/** Names of persons, opened now; a person without a name, or erased, is left out. */
export async function namesOfPersons(
  db: Db | Trx,
  log: EventLog,
  persons: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const person of new Set(persons)) {
    if (person === null) continue;
    const name = nameIn(await eventsOf(db, log, person));
    if (name !== null) names.set(person, name);
  }
  return names;
}

/** What stands for these persons on paper: a name, or null where the key to it was destroyed; absent where none is kept. */
export async function namesOnPaper(
  db: Db | Trx,
  log: EventLog,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const names = new Map<string, string | null>();
  for (const person of new Set(persons)) {
    const events = await eventsOf(db, log, person);
    const name = nameIn(events);
    const isSealed = log.keys !== null && events.some((e) => e.type === PERSON_NAMED);
    if (name !== null || isSealed || isErased(events)) names.set(person, name);
  }
  return names;
}

const eventsOf = async (db: Db | Trx, log: EventLog, person: string) =>
  sideEvents(await log.readStream(db, personStream(person)));

const isErased = (events: readonly RecordedEvent[]) => erasuresIn(events).length > 0;

function nameIn(events: readonly RecordedEvent[]): string | null {
  const name = events.findLast((e) => e.type === PERSON_NAMED)?.payload.name;
  return typeof name === 'string' && !isErased(events) ? name : null;
}

/** A field that can never be read again. */
export interface ErasedField {
  readonly index: number;
  readonly stream: string;
  readonly field: string;
}

/** What an erasure destroyed, and what of the person stays: a reference that nobody can lead back to a name here. */
export interface ErasureCertificate {
  readonly person: string;
  readonly erasedAt: string;
  readonly reason: string;
  /** Index of the event that says so. */
  readonly index: number;
  readonly fields: readonly ErasedField[];
  /** Files that were destroyed as the person's CV, each with the index of the event that says so. */
  readonly files: readonly { readonly sha256: string; readonly index: number }[];
  /** Files that were the person's CV and are still needed as something else. */
  readonly kept: readonly KeptFile[];
  readonly sessions: number;
  /** Events of the record in which the reference acts, and the agreements among them. */
  readonly references: { readonly events: number; readonly agreements: readonly string[] };
}

/** The erasure was refused: the person signed for agreements whose records must be kept. */
export class RetentionNotOver extends Error {
  constructor(readonly retained: readonly Retained[]) {
    super(
      retained
        .map(({ agreement, until }) => `${agreement} until ${until ?? 'ten years after it ends'}`)
        .join('; '),
    );
  }
}

/** What an erasure works on; the vault is the one in which attached files lie. */
export interface Erasing {
  readonly db: Db;
  readonly log: EventLog;
  readonly keys: FilePersonKeys;
  readonly vault: Vault;
}

/**
 * Erases a person: the event that says so is appended, then the key and the files are destroyed, and sessions and
 * calendar feed end. Called again it destroys what a crash left, and files that came since. Throws `RetentionNotOver`
 * for a signatory.
 */
export async function erasePerson(
  { db, log, keys, vault }: Erasing,
  { person, reason, at }: { readonly person: string; readonly reason: string; readonly at: string },
): Promise<ErasureCertificate> {
  const retained = (await retentionOf(db, log, person)).filter(
    (r) => r.until === null || r.until > at,
  );
  if (retained.length > 0) throw new RetentionNotOver(retained);
  const fields = await sealedFor(db, person);
  // The whole log is looked through, which is no work for a holder of the head lock.
  const seen = await logSize(db);
  const own = await filesOfPerson(db, log, person, await erasedPersons(db));
  const events = await db.transaction().execute(async (trx) => {
    await log.lockHead(trx);
    const before = erasuresIn(await eventsOf(trx, log, person));
    const known = new Set(destroyedBy(before).map((f) => f.sha256));
    const needed = await mentionedSince(trx, own.free, seen);
    const files = own.free.filter((f) => !known.has(f) && !needed.has(f));
    if (before.length > 0 && files.length === 0) return before;
    const payload = { reason, fields: fields.length, ...(files.length > 0 && { files }) };
    const [appended] = await log.append(
      trx,
      commitOf(person, { type: PERSON_ERASED, at, payload }),
    );
    const event = appended as RecordedEvent;
    await noteErased(trx, files, { person, index: event.index });
    return [...before, event];
  });
  const [event] = events as [RecordedEvent];
  const files = destroyedBy(events);
  await keys.destroy(person);
  for (const { sha256 } of files) await vault.destroy(sha256);
  const { numAffectedRows: sessions = 0n } = await sql`
    DELETE FROM engine.session WHERE person = ${person}`.execute(db);
  await forgetFeed(db, person);
  return {
    person,
    erasedAt: event.occurredAt,
    reason: typeof event.payload.reason === 'string' ? event.payload.reason : reason,
    index: event.index,
    fields,
    files,
    kept: own.kept.filter((k) => !files.some((f) => f.sha256 === k.sha256)),
    sessions: Number(sessions),
    references: await referencesTo(db, person),
  };
}

/**
 * Destroys what the log says is erased and is there all the same: a crash came between, or keys or files were restored
 * from before. Doing it again changes nothing.
 */
export async function finishErasures({ db, keys, vault }: Omit<Erasing, 'log'>): Promise<void> {
  for (const person of await erasedPersons(db)) {
    if ((await keys.find(person)) !== null) await keys.destroy(person);
  }
  for (const sha256 of await erasedFiles(db)) await vault.destroy(sha256);
}

const erasuresIn = (events: readonly RecordedEvent[]) =>
  events.filter((e) => e.type === PERSON_ERASED);

const destroyedBy = (erasures: readonly RecordedEvent[]): ErasureCertificate['files'] =>
  erasures.flatMap(({ index, payload: { files } }) =>
    Array.isArray(files) ? (files as readonly string[]).map((sha256) => ({ sha256, index })) : [],
  );

async function sealedFor(db: Db, person: string): Promise<readonly ErasedField[]> {
  const { rows } = await sql<{ index: string | number; stream: string; field: string }>`
    SELECT e.index, e.stream, s.key AS field FROM log.event e, jsonb_each(e.sealed) s
     WHERE s.value->>'person' = ${person} ORDER BY e.index, s.key`.execute(db);
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}

async function referencesTo(db: Db, person: string): Promise<ErasureCertificate['references']> {
  const { rows } = await sql<{ stream: string; events: string | number }>`
    SELECT stream, count(*) AS events FROM log.event
     WHERE actor->>'person' = ${person} GROUP BY stream ORDER BY stream`.execute(db);
  return {
    events: rows.reduce((sum, row) => sum + Number(row.events), 0),
    agreements: rows
      .filter((row) => row.stream.startsWith('agreement/'))
      .map((row) => row.stream.slice('agreement/'.length)),
  };
}
