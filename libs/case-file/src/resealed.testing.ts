import type { Signer } from '@twinning/event-log';
import { readArchive, writeArchive, type Member } from './archive.js';
import { sealed } from './build.js';
import { FILES, type Manifest } from './format.js';

export const membersOf = (bytes: Buffer): readonly Member[] => readArchive(bytes) ?? [];

export const textIn = (bytes: Buffer, name: string): string =>
  membersOf(bytes)
    .find((m) => m.name === name)
    ?.bytes.toString() ?? '';

export const jsonIn = <T>(bytes: Buffer, name: string): T => JSON.parse(textIn(bytes, name)) as T;

/** A case file with other members, under a new manifest that the record's own key signs. */
export function resealed(
  bytes: Buffer,
  signer: Signer,
  change: (files: readonly Member[]) => readonly Member[],
  head: Partial<Manifest> = {},
): Buffer {
  const { files: _, ...before } = jsonIn<Manifest>(bytes, FILES.manifest);
  const seals: readonly string[] = [FILES.manifest, FILES.seal];
  const files = membersOf(bytes).filter((m) => !seals.includes(m.name));
  return writeArchive(sealed({ ...before, ...head }, change(files), signer));
}

/** The same members but one, which says something else. */
export const saying =
  (name: string, content: unknown) =>
  (files: readonly Member[]): readonly Member[] =>
    files.map((m) =>
      m.name === name
        ? { name, bytes: Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content)) }
        : m,
    );
