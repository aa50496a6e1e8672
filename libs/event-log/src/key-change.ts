import { sql } from 'kysely';
import { demandKnownVersion, LOG_STREAM } from './genesis.js';
import { readVerifier, verifierText, type Signer, type Verifier } from './keys.js';
import type { Connection } from './connection.js';
import { logSize, type EventLog } from './log.js';
import { openNote, signNote } from './note.js';

/** Type of the event, in the stream `log`, with which the record takes another signing key. */
export const KEY_CHANGED = 'LogKeyChanged';

/** One change of the signing key: `note` names the new key and is signed with the one before. */
export interface KeyChange {
  readonly key: string;
  readonly previous: string;
  readonly note: string;
  /**
   * Names the key before and the index of this event, signed with the new key: whoever trusts the new key alone learns which
   * one it came after, and until when. Events of earlier releases have none.
   */
  readonly accepted?: string;
}

const changeText = (key: Verifier): string => `${key.name}/key\n${verifierText(key)}\n`;

/** What the new key says of the one before, which signed the sizes up to `index` and no later one. */
export const acceptedText = (previous: Verifier, index: number): string =>
  `${previous.name}/key-after\n${verifierText(previous)}\n${String(index)}\n`;

/** What the key before says of the next one: a note that no checkpoint can be taken for. */
export const endorse = (next: Verifier, previous: Signer): string =>
  signNote(changeText(next), previous);

/**
 * Appends the change of the signing key. From then on checkpoints are signed with `next`; whoever trusts the key before
 * follows the note to it. Throws when the keys bear different names, or when `previous` is not the key that signs now.
 */
export async function changeKey(
  db: Connection,
  log: EventLog,
  { previous, next, at }: { previous: Signer; next: Signer; at: string },
): Promise<KeyChange> {
  if (previous.name !== next.name) throw new Error('A record keeps its name when its key changes.');
  await log.lockHead(db);
  const present = keyNow(await keyChanges(db), previous.name) ?? verifierText(previous);
  if (present !== verifierText(previous)) throw new Error(`The key that signs now is ${present}.`);
  const index = await logSize(db);
  if (index === 0) throw new Error('The record is empty.');
  const change: KeyChange = {
    key: verifierText(next),
    previous: present,
    note: endorse(next, previous),
    accepted: signNote(acceptedText(previous, index), next),
  };
  await log.append(db, {
    stream: LOG_STREAM,
    events: [{ type: KEY_CHANGED, schemaVersion: 1, occurredAt: at, payload: { ...change } }],
    actor: { person: null, role: 'OPERATOR', body: null },
    onBehalfOf: null,
    commandId: null,
    causationId: null,
    correlationId: null,
    ruleset: null,
  });
  return change;
}

/** Every change of the signing key, oldest first. */
export async function keyChanges(db: Connection): Promise<readonly KeyChange[]> {
  const { rows } = await sql<{ change: KeyChange; version: number }>`
    SELECT payload AS change, schema_version AS version FROM log.event
     WHERE stream = ${LOG_STREAM} AND type = ${KEY_CHANGED} ORDER BY version`.execute(db);
  for (const { version } of rows) demandKnownVersion(KEY_CHANGED, version);
  return rows.map(({ change: { key, previous, note } }) => ({ key, previous, note }));
}

/**
 * The key that signs now under this name, as the log says it; undefined while its key was never changed. A record that
 * went on under another name keeps the changes of the name before, and its key is no longer called so.
 */
export const keyNow = (changes: readonly KeyChange[], origin: string): string | undefined =>
  changes.filter(({ key }) => key.startsWith(`${origin}+`)).at(-1)?.key;

/**
 * The trusted keys, and those to which their notes lead. A note of nobody trusted leads nowhere. Notes alone do not say until
 * when the key before was good: `keysInTime` does.
 */
export function followKeys(
  trusted: readonly Verifier[],
  notes: readonly string[],
): readonly Verifier[] {
  const keys = [...trusted];
  for (const note of notes) {
    const next = endorsed(note, keys);
    if (next !== null) keys.push(next);
  }
  return keys;
}

/** The key that a note names and one of these keys vouches for; null when it is no such note. */
export function endorsed(note: string, by: readonly Verifier[]): Verifier | null {
  try {
    const text = openNote(note, by);
    const next = readVerifier(text.split('\n')[1] ?? '');
    return text === changeText(next) ? next : null;
  } catch {
    return null;
  }
}
