import { check, storedClock, type Invariant } from '@twinning/engine';
import {
  cosignatures,
  cosignedBy,
  existingSignerIn,
  keysOfLog,
  verifyLog,
  type HeldTo,
  type Verifier,
} from '@twinning/event-log';
import { sql } from 'kysely';
import { z } from 'zod';
import { jsonOf } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { recordMessages } from '../messages/record.js';
import { findingIn } from '../messages/findings.js';
import { reliabilityMessages } from '../messages/reliability.js';
import type { Tools } from '../tools.js';
import { withRecord, type Opened } from './surroundings.js';
import { fileAt, keysFrom } from './verify.js';

/** What of a record is altered or lost; that nobody has looked at a deadline is no matter of proof (`twinning check`). */
const OF_PROOF: readonly Invariant[] = ['I1', 'I2', 'I3', 'I4', 'I6'];

interface RecordOptions {
  readonly key: readonly string[];
  readonly checkpoint: readonly string[];
  readonly witness: readonly string[];
}

/** The whole record: every entry, node and checkpoint, then every outcome and every row of the read model against it. */
export async function verifyRecord(tools: Tools, options: RecordOptions): Promise<void> {
  const { answers } = tools.messages;
  const words = recordMessages[tools.language];
  const { invariants } = reliabilityMessages[tools.language];
  const output = tools.output();
  const given = await Promise.all(options.checkpoint.map((file) => heldIn(tools, file)));
  const named = keysFrom(tools, options.witness, '--witness');
  await withRecord(tools, async (on) => {
    const verifiers = await verifiersOf(tools, on, options.key);
    const origin = (await originIn(on.db)) ?? '';
    const witnesses = await Promise.all(
      named.map(async (witness) => {
        const kept = await cosignedBy(on.db, origin, witness);
        const own = given.filter(({ note }) => isCosigned(note, witness)).length;
        return { name: witness.name, kept, checkpoints: kept.length + own };
      }),
    );
    const heldTo = [
      ...given,
      ...witnesses.flatMap(({ name, kept }) => kept.map((note) => ({ note, from: name }))),
    ];
    const record = await verifyLog(on.db, on.keys, {
      verifiers,
      heldTo,
      onProgress: output.progress(answers.verifying),
    });
    const told = [
      answers.verified(String(record.size), record.root),
      ...record.faults.map((f) =>
        answers.fault(String(f.index ?? '–'), findingIn(tools.language, f.what)),
      ),
      ...(record.firstDiffers === null ? [] : [words.firstDiffers(record.firstDiffers)]),
    ];
    // Before the rest is looked at: what is altered may make that long, or impossible.
    output.say(told.join('\n'));
    const { violations: all } = await check({
      ...on,
      clock: storedClock(),
      conductor: null,
      logVerified: true,
    });
    const violations = all.filter((v) => OF_PROOF.includes(v.invariant));
    const isWitnessed = witnesses.every(({ checkpoints }) => checkpoints > 0);
    const holds = record.faults.length === 0 && violations.length === 0 && isWitnessed;
    const checked = {
      signaturesChecked: verifiers.length > 0,
      witnesses: witnesses.map(({ name, checkpoints }) => ({ name, checkpoints })),
    };
    const rest = [
      ...violations.map(
        (v) =>
          `✗ ${v.invariant} (${invariants[v.invariant]}) ${v.subject}: ${findingIn(tools.language, v.what)}`,
      ),
      ...witnesses.map(({ name, checkpoints }) =>
        checkpoints > 0 ? words.recordCosigned(name, checkpoints) : words.recordNotCosigned(name),
      ),
      ...(verifiers.length === 0 ? [words.unsigned] : []),
      ...(holds ? [answers.nothingAltered] : []),
    ];
    if (output.json) output.result({ ...record, violations, holds, ...checked }, () => '');
    else for (const line of rest) output.say(line);
    if (!holds) tools.exitCode = EXIT.failed;
  });
}

function isCosigned(note: string, witness: Verifier): boolean {
  try {
    return cosignatures(note, witness).length > 0;
  } catch {
    return false;
  }
}

/** Keys of the record: those given, or the one of the data folder, and those to which they lead. */
export async function verifiersOf(
  tools: Tools,
  on: Opened,
  given: readonly string[],
): Promise<readonly Verifier[]> {
  const origin = await originIn(on.db);
  const own = origin === null ? null : await existingSignerIn(tools.context().dataFolder, origin);
  const trusted = given.length > 0 ? keysFrom(tools, given) : own === null ? [] : [own];
  try {
    return await keysOfLog(on.db, trusted);
  } catch {
    // Nodes that are missing lead nowhere; the log names them.
    return trusted;
  }
}

/** The record's name as its first leaf has it; null when that is gone or says none. */
async function originIn(db: Opened['db']): Promise<string | null> {
  const { rows } = await sql<{ origin: string | null }>`
    SELECT payload->>'origin' AS origin FROM log.event WHERE index = 0`.execute(db);
  return rows[0]?.origin ?? null;
}

const holder = z.object({ checkpoint: z.string() });

/** The checkpoint in a file: a note, or what a witness or a receipt keeps it in. */
export async function heldIn(tools: Tools, file: string): Promise<HeldTo> {
  const text = (await fileAt(tools, file)).toString('utf8');
  if (!text.trimStart().startsWith('{')) return { note: text, from: file };
  const parsed = holder.safeParse(jsonOf(text));
  const words = recordMessages[tools.language];
  if (!parsed.success) throw new Failure(words.unreadable(file, words.notNote), null, EXIT.usage);
  return { note: parsed.data.checkpoint, from: file };
}
