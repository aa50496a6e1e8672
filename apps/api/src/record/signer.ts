import type { Db } from '@twinning/engine';
import { signerFrom, type EventLog, type Genesis, type Signer } from '@twinning/event-log';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key that signs the log's checkpoints: 32 bytes in a file (mode 0600) outside the database. */
export async function logSigner(db: Db, log: EventLog, dataFolder: string): Promise<Signer> {
  const [genesis] = await log.readAll(db, 0, 1);
  const { origin } = (genesis?.payload ?? { origin: 'twinning' }) as unknown as Genesis;
  const file = join(dataFolder, 'log-signing-key');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    },
  );
  const seed = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (seed.length !== 32)
    throw new Error(`${file} does not hold a key of 32 bytes in hexadecimal.`);
  return signerFrom(origin, seed);
}
