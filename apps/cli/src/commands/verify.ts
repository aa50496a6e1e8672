import {
  CLAIMS,
  claimWords,
  documentReasons,
  faultWords,
  keyNotGiven,
  keyTimesNotShown,
  RECEIPT_CLAIMS,
  receiptClaimWords,
  receiptIn,
  verifyCaseFile,
  verifyReceiptFile,
  type CaseFault,
  type CaseVerdict,
  type ReceiptVerdict,
} from '@twinning/case-file';
import { cosignatures, readVerifier, type Verifier } from '@twinning/event-log';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
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
      if (options.receipt !== undefined) return verifyReceiptOf(tools, options.receipt, options);
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

async function verifyReceiptOf(tools: Tools, file: string, options: VerifyOptions): Promise<void> {
  const words = recordMessages[tools.language];
  const given = jsonOf((await fileAt(tools, file)).toString('utf8'));
  if (receiptIn(given) === null) throw new Failure(words.notReceipt(file), null, EXIT.usage);
  const keys = keysFrom(tools, options.key);
  if (keys.length === 0) throw new Failure(words.keyNeeded, words.keyWhere, EXIT.usage);
  const verdict = verifyReceiptFile(given, keys);
  const witnesses = keysFrom(tools, options.witness, '--witness');
  const notes = notesIn(given);
  const each = witnesses.map((witness) =>
    notes.flatMap((note) => cosignatures(note, witness)).map(instantAt),
  );
  const cosigned = witnesses.length === 0 ? null : each.flat();
  const holds = verdict.holds && each.every((own) => own.length > 0);
  tools
    .output()
    .result({ ...verdict, holds, cosigned }, () =>
      receiptInSentences(tools, { ...verdict, subject: subjectOf(given) }, cosigned, each).join(
        '\n',
      ),
    );
  if (!holds) tools.exitCode = EXIT.failed;
}

/** The checkpoints that a receipt, or the answer that brings it, rests on. */
const notesIn = (given: unknown): readonly string[] =>
  (receiptIn(given)?.receipts ?? []).map(({ checkpoint }) => checkpoint);

/** The command, or the index of the single entry. */
function subjectOf(given: unknown): string {
  const [first] = receiptIn(given)?.receipts ?? [];
  return first?.command ?? String(first?.events[0]?.index ?? '');
}

function receiptInSentences(
  { language }: Tools,
  verdict: ReceiptVerdict & { readonly subject: string },
  cosigned: readonly string[] | null,
  each: readonly (readonly string[])[],
): readonly string[] {
  const words = recordMessages[language];
  const { subject, entries, size, unchangedAt, isAnswer, faults, holds } = verdict;
  const claims = RECEIPT_CLAIMS.filter((claim) => claim !== 'ANSWER' || isAnswer);
  return [
    ...claims.flatMap((claim) => {
      const wrong = faults.filter((fault) => fault.claim === claim);
      const sign = wrong.length > 0 ? '✗' : size === null && claim !== 'RECEIPT' ? '–' : '✓';
      return [
        `${sign} ${receiptClaimWords[claim][language]}`,
        ...wrong.map(({ place, code }) => `    ${place}: ${faultWords[code][language]}`),
      ];
    }),
    ...(!holds || size === null
      ? [words.fails]
      : [
          unchangedAt === null
            ? words.receiptHolds(subject, entries, size)
            : words.receiptUnchanged(subject, unchangedAt),
        ]),
    ...(cosigned === null
      ? []
      : [
          each.every((own) => own.length > 0)
            ? words.cosigned(cosigned.join(', '))
            : words.notCosigned,
        ]),
  ];
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
