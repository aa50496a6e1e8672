import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versionsKnown } from './event-versions.js';

/** The code that makes the read model of the events. */
const FOLDING = ['@twinning/domain', '@twinning/read-model'];

/** Names the build of that code: the SHA-256 of its files, and the versions of events that it reads. Two builds of one name fold alike. */
export function foldingBuild(): string {
  const hash = createHash('sha256');
  for (const name of FOLDING) {
    const folder = dirname(fileURLToPath(import.meta.resolve(name)));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .sort();
    for (const file of files) {
      hash.update(`${name}/${file}\n`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.update(versionsKnown()).digest('hex');
}
