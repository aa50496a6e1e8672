import { readVerifier } from '@twinning/event-log';
import { verifierFiles } from '@twinning/infra/verify';
import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import type { CaseDocument } from './format.js';
import { verifyCaseFile } from './verify/case-file.js';
import type { Witnessed } from './verify/claims.js';
import type { ReceiptVerdict } from './verify/receipt-claims.js';
import { verifyReceiptFile } from './verify/receipt.js';

export const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('python3 is missing: the independent script is not tested here.');

/** What a verifier finds, as `CLAIM CODE`, each once. */
export type Findings = readonly string[];
export type Faults = readonly {
  readonly claim: string;
  readonly code: string;
  readonly place: string;
}[];
/** What a verifier says of a file. */
export interface Told {
  readonly holds: boolean;
  readonly faults: Faults;
  readonly erased: readonly { readonly sha256: string; readonly index: number }[];
  readonly documents: readonly CaseDocument[] | null;
  readonly witnesses: readonly Witnessed[];
  readonly unknownWitnesses: number;
  readonly keyTimes: boolean | null;
}
export const found = (faults: Faults): Findings => [
  ...new Set(faults.map((f) => `${f.claim} ${f.code}`)),
];

/** What the independent script says of a file; `folder` is a place to work in. */
export async function inPython(
  folder: string,
  script: string,
  bytes: Buffer,
  key: string,
  held: readonly string[] = [],
  witnesses: readonly string[] = [],
): Promise<Told> {
  const file = join(folder, 'case.zip');
  await writeFile(file, bytes);
  await writeFile(join(folder, 'verify.py'), script);
  const args = [join(folder, 'verify.py'), file, '--key', key, '--json'];
  for (const witness of witnesses) args.push('--witness', witness);
  for (const [n, note] of held.entries()) {
    await writeFile(join(folder, `kept-${String(n)}`), note);
    args.push('--checkpoint', join(folder, `kept-${String(n)}`));
  }
  const { stdout } = await promisify(execFile)('python3', args).catch(
    (error: unknown) => error as { stdout: string },
  );
  return JSON.parse(stdout) as Told;
}

/** The verifier of `verify.html` as a browser would run it, with or without Ed25519 in its WebCrypto. */
export function pageVerifier(html: string, native = true) {
  return inContext(
    html,
    `async (bytes, key, held, witnesses = []) =>
       verifyCaseFile(bytes, [await readKey(key)], held, await Promise.all(witnesses.map(readWitness)))`,
    native,
  ) as (
    bytes: Uint8Array,
    key: string,
    held?: readonly string[],
    witnesses?: readonly string[],
  ) => Promise<Told>;
}

/** What an expression gives beside the page's verifier. */
function inContext(html: string, expression: string, native = true): unknown {
  const [, script] = /<script id="verifier">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const subtle = {
    digest: (name: string, bytes: Uint8Array) => crypto.subtle.digest(name, new Uint8Array(bytes)),
    importKey: (...args: Parameters<typeof crypto.subtle.importKey>) =>
      native || (args[2] as unknown) !== 'Ed25519'
        ? crypto.subtle.importKey(...args)
        : Promise.reject(new Error('not supported')),
    verify: (...args: Parameters<typeof crypto.subtle.verify>) => crypto.subtle.verify(...args),
  };
  const context = { crypto: { subtle }, TextEncoder, TextDecoder, atob, btoa, Uint8Array };
  return runInNewContext(`${script ?? ''}; ${expression}`, context);
}

/** Asks all three verifiers, which share no code, and answers what each says: page and script as they travel in files. */
export async function threeTold(folder: string) {
  const { page, script } = await verifierFiles();
  const inPage = pageVerifier(page);
  return async (
    bytes: Buffer,
    key: string,
    held: readonly string[] = [],
    witnesses: readonly string[] = [],
  ): Promise<readonly Told[]> => {
    const known = witnesses.map(readVerifier);
    const ours = verifyCaseFile(bytes, [readVerifier(key)], held, known).verdict;
    const told = [ours, await inPage(new Uint8Array(bytes), key, held, witnesses)];
    if (python) told.push(await inPython(folder, script, bytes, key, held, witnesses));
    return told;
  };
}

/** The same, and of each only what it finds. */
export async function threeVerifiers(folder: string) {
  const ask = await threeTold(folder);
  return async (...asked: Parameters<typeof ask>): Promise<readonly Findings[]> =>
    (await ask(...asked)).map(({ faults }) => [...found(faults)].sort());
}

/** Asks all three verifiers about a receipt, or the answer that brings one; of each what it finds, sorted. */
export async function threeOnReceipts(folder: string) {
  const { page, script } = await verifierFiles();
  const inPage = inContext(
    page,
    'async (text, key) => verifyReceipt(text, [await readKey(key)])',
  ) as (text: string, key: string) => Promise<ReceiptVerdict>;
  await writeFile(join(folder, 'verify.py'), script);
  return async (given: unknown, key: string): Promise<readonly ReceiptVerdict[]> => {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    const told = [verifyReceiptFile(jsonOrNull(text), [readVerifier(key)])];
    told.push(await inPage(text, key));
    if (!python) return told;
    const file = join(folder, 'receipt.json');
    await writeFile(file, text);
    const args = [join(folder, 'verify.py'), '--receipt', file, '--key', key, '--json'];
    const { stdout } = await promisify(execFile)('python3', args).catch(
      (error: unknown) => error as { stdout: string },
    );
    return [...told, JSON.parse(stdout) as ReceiptVerdict];
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
