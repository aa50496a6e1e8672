import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Attempt } from './oidc-client.js';

/** What the browser carries of a sign-in, at which issuer it began, and which session it replaces (its mark). */
export type SealedAttempt = Attempt & { readonly issuer: string; readonly replaces: string | null };

const attempt = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  proofSince: z.number().nullable().default(null),
  replaces: z.string().nullable().default(null),
  until: z.number(),
});

export const ATTEMPT_SECONDS = 600;

/** The key that seals a sign-in in its cookie: 32 bytes in a file (mode 0600) that all processes of the API read. */
export async function attemptKey(dataFolder: string): Promise<Buffer> {
  const file = join(dataFolder, 'sign-in-key');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    },
  );
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes in hexadecimal.`);
  return key;
}

/** Seals what a sign-in remembers: the browser carries it and can neither read nor change it. */
export function sealAttempt(key: Buffer, of: SealedAttempt): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const plain = JSON.stringify({ ...of, until: Date.now() + ATTEMPT_SECONDS * 1000 });
  return Buffer.concat([
    nonce,
    cipher.update(plain, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64url');
}

/** What the cookie holds; null when it was changed, is another's, or is too old. */
export function openAttempt(key: Buffer, sealed: string): SealedAttempt | null {
  try {
    const box = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12));
    decipher.setAuthTag(box.subarray(-16));
    const plain = Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
    const { until, ...of } = attempt.parse(JSON.parse(plain.toString()));
    return until > Date.now() ? of : null;
  } catch {
    return null;
  }
}

/** A path of our own to go on at; anything that could lead elsewhere becomes the start page. */
export const ownPath = (given: string | undefined): string =>
  given !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(given) && given.length < 500 ? given : '/';
