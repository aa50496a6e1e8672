import { chown, mkdir, stat, writeFile } from 'node:fs/promises';

/** Writes a file (`text`) or makes a folder (null) that belongs to whoever owns `model`: PostgreSQL takes no other's. */
export async function ownedLike(model: string, path: string, text: string | null): Promise<void> {
  const { uid, gid } = await stat(model);
  if (text === null) await mkdir(path, { recursive: true, mode: 0o700 });
  else await writeFile(path, text, { mode: 0o600 });
  await chown(path, uid, gid);
}
