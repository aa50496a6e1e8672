import {
  CLAIMS,
  claimWords,
  faultWords,
  keyNotGiven,
  verifyCaseFile,
  verifyCommandReceipt,
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
  readonly witness?: string;
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
    .option('--witness <key>', words.witnessKey)
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
  { key, checkpoint }: VerifyOptions,
): Promise<void> {
  const held = await Promise.all(checkpoint.map((kept) => heldIn(tools, kept)));
  const notes = held.map(({ note }) => note);
  const { verdict } = verifyCaseFile(await fileAt(tools, file), keysFrom(tools, key), notes);
  tools.output().result(verdict, () => inSentences(tools, verdict, notes.length > 0).join('\n'));
  if (!verdict.holds) tools.exitCode = EXIT.failed;
}

function inSentences(tools: Tools, verdict: CaseVerdict, isHeld: boolean): readonly string[] {
  const { language } = tools;
  const words = recordMessages[language];
  const { origin, agreement, size, faults, keyGiven, withheld, signed, erased, holds } = verdict;
  const checked = agreement !== null;
  return [
    ...(checked ? [`${origin ?? ''}  ${agreement}  (${String(size)})`] : []),
    // Nobody has to have kept a checkpoint.
    ...CLAIMS.filter((claim) => claim !== 'CONTINUES' || isHeld).flatMap((claim) => {
      const wrong = faults.filter((f) => f.claim === claim);
      const open = claim === 'KEY' && !keyGiven;
      const sign = wrong.length > 0 ? '✗' : !checked ? '–' : open ? '?' : '✓';
      return [
        `${sign} ${claimWords[claim][language]}`,
        ...wrong.map((f) => `    ${f.place}: ${faultWords[f.code][language]}`),
      ];
    }),
    ...(keyGiven ? [] : [`? ${keyNotGiven[language]}`]),
    ...(withheld > 0 ? [words.withheld(withheld)] : []),
    ...(signed > 0 ? [words.signed(signed)] : []),
    ...erased.map(({ sha256, index }) => words.erasedFile(sha256, index)),
    holds ? words.holds : words.fails,
  ];
}

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
    const { size } =
      'command' in data ? verifyCommandReceipt(data, keys) : verifyReceipt(data, keys);
    const times =
      options.witness === undefined ? null : cosignedAt(tools, data.checkpoint, options.witness);
    const holds = times === null || times.length > 0;
    tools
      .output()
      .result({ holds, subject, size, cosigned: times }, () =>
        [
          words.receiptHolds(subject, entries, size),
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

const cosignedAt = (tools: Tools, note: string, key: string): readonly string[] =>
  keysFrom(tools, [key]).flatMap((witness) =>
    cosignatures(note, witness).map((seconds) => new Date(seconds * 1000).toISOString()),
  );

export function keysFrom(tools: Tools, texts: readonly string[]): readonly Verifier[] {
  const words = recordMessages[tools.language];
  return texts.map((text) => {
    try {
      return readVerifier(text);
    } catch (error) {
      throw new Failure(words.badKey((error as Error).message), words.keyWhere, EXIT.usage);
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
