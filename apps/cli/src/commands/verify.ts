import {
  CLAIMS,
  claimWords,
  documentReasons,
  faultWords,
  keyNotGiven,
  keyTimesNotShown,
  verifyCaseFile,
  verifyCommandReceipt,
  type CaseFault,
  type CaseVerdict,
} from '@twinning/case-file';
import { cosignatures, readVerifier, verifyReceipt, type Verifier } from '@twinning/event-log';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { jsonOf } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';
import { heldIn, verifyRecord } from './verify-record.js';

interface VerifyOptions {
  readonly receipt?: string;
  readonly key: readonly string[];
  readonly witness: readonly string[];
  readonly checkpoint: readonly string[];
}

/** `twinning verify`: the whole record, a case file, or a receipt. Exit code 1 when anything does not hold. */
export function registerVerify(program: Command, tools: Tools): void {
  const words = recordMessages[tools.language];
  program
    .command('verify')
    .description(tools.messages.commands.verify)
    .argument('[file]', words.verifyFile)
    .option('--receipt <file>', words.receipt)
    .option('--key <key>', words.key, (key: string, all: string[]) => [...all, key], [])
    .option('--witness <key>', words.witnessKey, (key: string, all: string[]) => [...all, key], [])
    .option(
      '--checkpoint <file>',
      words.heldTo,
      (file: string, all: string[]) => [...all, file],
      [],
    )
    .action((file: string | undefined, options: VerifyOptions) => {
      if (options.receipt !== undefined) return verifyReceiptFile(tools, options.receipt, options);
      return file === undefined ? verifyRecord(tools, options) : verifyFile(tools, file, options);
    });
}

async function verifyFile(
  tools: Tools,
  file: string,
  { key, checkpoint, witness }: VerifyOptions,
): Promise<void> {
  const held = await Promise.all(checkpoint.map((kept) => heldIn(tools, kept)));
  const notes = held.map(({ note }) => note);
  const witnesses = keysFrom(tools, witness, '--witness');
  const bytes = await fileAt(tools, file);
  const { verdict } = verifyCaseFile(bytes, keysFrom(tools, key), notes, witnesses);
  const given = { isHeld: notes.length > 0, isWitnessed: witnesses.length > 0 };
  tools.output().result(verdict, () => inSentences(tools, verdict, given).join('\n'));
  if (!verdict.holds) tools.exitCode = EXIT.failed;
}

function inSentences(
  tools: Tools,
  verdict: CaseVerdict,
  { isHeld, isWitnessed }: { readonly isHeld: boolean; readonly isWitnessed: boolean },
): readonly string[] {
  const { language } = tools;
  const words = recordMessages[language];
  const { origin, agreement, size, faults, keyGiven, withheld, signed, erased, holds } = verdict;
  const { documents, witnesses, unknownWitnesses } = verdict;
  const checked = agreement !== null;
  return [
    ...(checked ? [`${origin ?? ''}  ${agreement}  (${String(size)})`] : []),
    // Nobody has to have kept a checkpoint.
    ...CLAIMS.filter((claim) => claim !== 'CONTINUES' || isHeld).flatMap((claim) => {
      const wrong = faults.filter((f) => f.claim === claim);
      const open = (claim === 'KEY' && !keyGiven) || (claim === 'WITNESSES' && !isWitnessed);
      const isBefore = claim === 'DOCUMENTS' && documents === null;
      const sign = wrong.length > 0 ? '✗' : !checked || isBefore ? '–' : open ? '?' : '✓';
      return [
        `${sign} ${claimWords[claim][language]}`,
        ...wrong.map((f) => `    ${f.place}: ${faultWords[f.code][language]}`),
      ];
    }),
    ...(keyGiven ? [] : [`? ${keyNotGiven[language]}`]),
    ...(verdict.keyTimes === false ? [`? ${keyTimesNotShown[language]}`] : []),
    ...(withheld > 0 ? [words.withheld(withheld)] : []),
    ...(signed > 0 ? [words.signed(signed)] : []),
    ...erased.map(({ sha256, index }) => words.erasedFile(sha256, index)),
    ...(checked ? [words.witnesses(witnesses.length, unknownWitnesses)] : []),
    ...witnesses.map(({ name, size: at, seconds }) =>
      words.witnessAt(name, at, instantAt(seconds)),
    ),
    ...(documents ?? []).map(({ sha256, file, reason }) =>
      words.document(
        sha256,
        file !== null || reason === null ? words.inFile : documentReasons[reason][language],
      ),
    ),
    holds ? words.holds : words.fails,
  ];
}

/** Each thing that does not hold: the claim, the place, and why. */
export const faultsInWords = (
  { language }: Pick<Tools, 'language'>,
  faults: readonly CaseFault[],
): readonly string[] =>
  faults.map(
    ({ claim, code, place }) =>
      `✗ ${claimWords[claim][language]} ${place}: ${faultWords[code][language]}`,
  );

/** Whoever cosigns may write any number. */
const instantAt = (seconds: number): string =>
  seconds > 253_402_300_799 ? String(seconds) : new Date(seconds * 1000).toISOString();

const proven = z.object({
  index: z.number().int(),
  leaf: z.string(),
  proof: z.array(z.string()),
  fields: z.record(z.string(), z.object({ salt: z.string(), value: z.json() })),
});
const commandReceipt = z.object({
  command: z.string(),
  agreement: z.string(),
  accepted: z.boolean(),
  events: z.array(proven),
  checkpoint: z.string(),
  unchanged: z.string().optional(),
});
const leafReceipt = proven.omit({ fields: true }).extend({ checkpoint: z.string() });

async function verifyReceiptFile(
  tools: Tools,
  file: string,
  options: VerifyOptions,
): Promise<void> {
  const words = recordMessages[tools.language];
  const text = (await fileAt(tools, file)).toString('utf8');
  const receipt = z.union([commandReceipt, leafReceipt]).safeParse(jsonOf(text));
  if (!receipt.success) throw new Failure(words.notReceipt(file), null, EXIT.usage);
  const keys = keysFrom(tools, options.key);
  if (keys.length === 0) throw new Failure(words.keyNeeded, words.keyWhere, EXIT.usage);
  const { data } = receipt;
  const subject = 'command' in data ? data.command : String(data.index);
  const entries = 'command' in data ? data.events.length : 1;
  try {
    const { checkpoint, unchangedAt } =
      'command' in data
        ? verifyCommandReceipt(data, keys)
        : { checkpoint: verifyReceipt(data, keys), unchangedAt: null };
    const { size } = checkpoint;
    const witnesses = keysFrom(tools, options.witness, '--witness');
    const each = witnesses.map((witness) => cosignatures(data.checkpoint, witness).map(instantAt));
    const times = witnesses.length === 0 ? null : each.flat();
    const holds = each.every((own) => own.length > 0);
    tools
      .output()
      .result({ holds, subject, size, unchangedAt, cosigned: times }, () =>
        [
          unchangedAt === null
            ? words.receiptHolds(subject, entries, size)
            : words.receiptUnchanged(subject, unchangedAt),
          ...(times === null ? [] : [holds ? words.cosigned(times.join(', ')) : words.notCosigned]),
        ].join('\n'),
      );
    if (!holds) tools.exitCode = EXIT.failed;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = (error as Error).message;
    tools.output().result({ holds: false, subject, why }, () => words.receiptFails(why));
    tools.exitCode = EXIT.failed;
  }
}

/** The keys that an option gave; a text that is none is wrong usage. */
export function keysFrom(
  tools: Tools,
  texts: readonly string[],
  option = '--key',
): readonly Verifier[] {
  const words = recordMessages[tools.language];
  return texts.map((text) => {
    try {
      return readVerifier(text);
    } catch (error) {
      throw new Failure(words.badKey(option, (error as Error).message), words.keyWhere, EXIT.usage);
    }
  });
}

export async function fileAt(tools: Tools, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const why = (error as Error).message;
    throw new Failure(recordMessages[tools.language].unreadable(file, why), null, EXIT.usage);
  }
}
