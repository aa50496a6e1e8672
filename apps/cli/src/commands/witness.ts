import {
  changeProven,
  claimedCheckpoint,
  keysFrom as keysAfter,
  SIGNATURE_TYPE,
  signerFrom,
  verifierText,
  witnessed,
  type Checkpoint,
  type Signer,
  type Verifier,
} from '@twinning/event-log';
import { tryLock } from '@twinning/infra/pid-lock';
import type { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { jsonOf } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';
import { served } from './served.js';
import { keysFrom } from './verify.js';

interface WitnessOptions {
  readonly state: string;
  readonly name: string;
  readonly keyFile: string;
  readonly logKey?: string;
  readonly out: string;
}

/**
 * What a witness keeps between two looks: the key of the record, those that the record gave up before it, and the last
 * checkpoint that it cosigned.
 */
const stateShape = z.object({
  logKey: z.string(),
  former: z.array(z.string()).default([]),
  checkpoint: z.string(),
});

/** `twinning witness`: one look; run it by a clock of one's own. Exit code 1 on any inconsistency. */
export function registerWitness(program: Command, tools: Tools): void {
  const words = recordMessages[tools.language];
  program
    .command('witness')
    .description(words.witness)
    .argument('[address]', words.watched)
    .option('--state <file>', words.state, 'witness-state.json')
    .option('--name <name>', words.name, 'witness')
    .option('--key-file <file>', words.keyFile, 'witness-key')
    .option('--log-key <key>', words.logKey)
    .option('--out <file>', words.out, 'checkpoint.cosigned')
    .action((address: string | undefined, options: WitnessOptions) =>
      look(tools, address, options),
    );
}

/** One look at a time for one state: of two that overlap, the later could keep the older checkpoint. */
async function look(
  tools: Tools,
  address: string | undefined,
  options: WitnessOptions,
): Promise<void> {
  const { lock } = tryLock(`${options.state}.lock`);
  if (lock === undefined) {
    throw new Failure(recordMessages[tools.language].witnessAtWork(options.state));
  }
  try {
    await lookAlone(tools, address, options);
  } finally {
    lock.release();
  }
}

async function lookAlone(
  tools: Tools,
  address: string | undefined,
  options: WitnessOptions,
): Promise<void> {
  const words = recordMessages[tools.language];
  const url = (address ?? (await tools.context().url())).replace(/\/$/, '');
  const state = await stateFrom(tools, options.state);
  const note = (await served(url, '/checkpoint')).toString('utf8');
  // Trust on first use: from then on the key is the one in the state file, though an earlier one may be named each time.
  const named = options.logKey?.trim();
  const isFormer = named !== undefined && state?.former.includes(named) === true;
  const keyText =
    (isFormer ? state?.logKey : named) ??
    state?.logKey ??
    (await served(url, '/v1/record/key')).toString('utf8');
  const [trusted] = keysFrom(tools, [keyText]);
  if (trusted === undefined)
    throw new Failure(words.badKey('--log-key', keyText), words.keyWhere, EXIT.usage);
  const witness = await witnessKey(options);
  const keys = await keysOf(url, note, trusted);
  const result = await witnessed(
    {
      last: state === null ? null : claimedCheckpoint(state.checkpoint),
      logKeys: keys.all,
      note,
      fetchTile: (path) => served(url, `/tile/${path}`),
      fetchProof: async (first, second) => {
        const path = `/v1/record/consistency?first=${String(first)}&second=${String(second)}`;
        const body = consistency.parse(jsonOf((await served(url, path)).toString('utf8')));
        return body.proof.map((hash) => Buffer.from(hash, 'base64'));
      },
    },
    witness,
    Math.floor(Date.now() / 1000),
  );
  if (result.kind === 'INCONSISTENT') {
    const { why, detail } = result;
    const kept = state === null ? null : words.keepState(options.state);
    throw new Failure(`✗ ${words.inconsistent[why]} (${detail})`, kept, EXIT.failed, {
      why,
      detail,
    });
  }
  // Remembered before it is published: a crash in between must not leave a cosignature that the next look knows nothing of.
  const logKey = verifierText(result.logKey);
  const given = [...(state?.former ?? []), ...keys.ended].filter((key) => key !== logKey);
  const former = [...new Set(given)];
  await keep(options.state, JSON.stringify({ logKey, former, checkpoint: result.note }, null, 1));
  await keep(options.out, result.note);
  const { size, root } = result.checkpoint;
  const key = verifierText(witness, SIGNATURE_TYPE.cosignature);
  tools
    .output()
    .result({ size, root: root.toString('base64'), key, note: result.note }, () =>
      [words.witnessedAt(size, root.toString('hex'), options.out), key].join('\n'),
    );
}

interface Known {
  readonly all: readonly [Verifier, ...Verifier[]];
  /** Those that the record has given up by the size of its checkpoint. */
  readonly ended: readonly string[];
}

/**
 * The trusted key and those to which the record's notes lead, each with the size up to which it is good. A record of an
 * earlier release does not say where its changes stand: there a key is good for nothing once it vouched for the next.
 */
export async function keysOf(url: string, note: string, trusted: Verifier): Promise<Known> {
  const now = claimedOrNull(note);
  // What is no checkpoint is told where it is judged.
  if (now === null) return { all: [trusted], ended: [] };
  const body = await served(url, `/v1/record/key-changes?size=${String(now.size)}`);
  const { items } = keyChanges.parse(jsonOf(body.toString('utf8')));
  const changes = items.flatMap((item) => {
    if (item.leaf !== undefined) return changeProven({ ...item, leaf: item.leaf }, now) ?? [];
    return { ...item, index: 0 };
  });
  const [first = trusted, ...later] = keysAfter([trusted], changes);
  const all = [first, ...later] as const;
  const ended = all.filter(({ until }) => until !== undefined).map((key) => verifierText(key));
  return { all, ended };
}

function claimedOrNull(note: string): Checkpoint | null {
  try {
    return claimedCheckpoint(note);
  } catch {
    return null;
  }
}

const keyChanges = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      previous: z.string(),
      note: z.string(),
      index: z.number().int().default(-1),
      leaf: z.string().optional(),
      proof: z.array(z.string()).default([]),
      fields: z.record(z.string(), z.object({ salt: z.string(), value: z.json() })).default({}),
    }),
  ),
});
const consistency = z.object({ proof: z.array(z.string()) });

async function stateFrom(tools: Tools, file: string) {
  if (!existsSync(file)) return null;
  const parsed = stateShape.safeParse(jsonOf(await readFile(file, 'utf8')));
  // A state that cannot be read must not become a first look: that would forgive everything before.
  if (!parsed.success) {
    const words = recordMessages[tools.language];
    throw new Failure(words.unreadable(file, 'JSON'), null, EXIT.usage);
  }
  return parsed.data;
}

async function witnessKey({ keyFile, name }: WitnessOptions): Promise<Signer> {
  if (!existsSync(keyFile)) {
    await writeFile(keyFile, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return signerFrom(name, Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'hex'));
}

/** Written whole or not at all. */
export async function keep(file: string, text: string | Buffer): Promise<void> {
  await writeFile(`${file}.new`, text, { flush: true });
  await rename(`${file}.new`, file);
}
