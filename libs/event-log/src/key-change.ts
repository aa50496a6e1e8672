import { sql } from 'kysely';
import { LOG_STREAM } from './genesis.js';
import { keyId, readVerifier, verifierText, type Signer, type Verifier } from './keys.js';
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
}

const changeText = (key: Verifier): string => `${key.name}/key\n${verifierText(key)}\n`;

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
  { previous, next, at }: { previous: Signer; next: Verifier; at: string },
): Promise<KeyChange> {
  if (previous.name !== next.name) throw new Error('A record keeps its name when its key changes.');
  await log.lockHead(db);
  const present = keyNow(await keyChanges(db), previous.name) ?? verifierText(previous);
  if (present !== verifierText(previous)) throw new Error(`The key that signs now is ${present}.`);
  if ((await logSize(db)) === 0) throw new Error('The record is empty.');
  const change: KeyChange = {
    key: verifierText(next),
    previous: present,
    note: endorse(next, previous),
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
  const { rows } = await sql<{ change: KeyChange }>`
    SELECT payload AS change FROM log.event
     WHERE stream = ${LOG_STREAM} AND type = ${KEY_CHANGED} ORDER BY version`.execute(db);
  return rows.map(({ change: { key, previous, note } }) => ({ key, previous, note }));
}

/**
 * The key that signs now under this name, as the log says it; undefined while its key was never changed. A record that
 * went on under another name keeps the changes of the name before, and its key is no longer called so.
 */
export const keyNow = (changes: readonly KeyChange[], origin: string): string | undefined =>
  changes.filter(({ key }) => key.startsWith(`${origin}+`)).at(-1)?.key;

/** The trusted keys, and those to which their notes lead. A note of nobody trusted leads nowhere. */
export function followKeys(
  trusted: readonly Verifier[],
  notes: readonly string[],
): readonly Verifier[] {
  const keys = [...trusted];
  for (const note of notes) {
    try {
      const text = openNote(note, keys);
      const next = readVerifier(text.split('\n')[1] ?? '');
      if (text === changeText(next)) keys.push(next);
    } catch {
      // Not endorsed by anybody who is trusted so far.
    }
  }
  return keys;
}

/**
 * All keys that this log has signed with, as far as the trusted ones vouch for them: forwards by their notes, backwards
 * because an event under a trusted key names the one before.
 */
export function keysOfLog(
  trusted: readonly Verifier[],
  changes: readonly KeyChange[],
): readonly Verifier[] {
  const keys = [
    ...followKeys(
      trusted,
      changes.map((c) => c.note),
    ),
  ];
  for (const { key, previous } of [...changes].reverse()) {
    if (keys.some((k) => isSame(k, readVerifier(key)))) keys.push(readVerifier(previous));
  }
  return keys.filter((key, i) => keys.findIndex((k) => isSame(k, key)) === i);
}

const isSame = (a: Verifier, b: Verifier): boolean =>
  a.name === b.name && keyId(a).equals(keyId(b)) && a.publicKey.equals(b.publicKey);
