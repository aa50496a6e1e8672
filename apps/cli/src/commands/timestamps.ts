import { checkTimestamps, type CheckedTimestamp } from '@twinning/event-log';
import type { Command } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT } from '../failure.js';
import { recordKeepingMessages } from '../messages/record-keeping.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';
import { fileAt } from './verify.js';

interface TimestampOptions {
  readonly ca: readonly string[];
  readonly out?: string;
}

/** `twinning record timestamps`: checks the time stamps of the checkpoints, and writes them out for other tools. */
export function registerTimestamps(group: Command, tools: Tools): void {
  const words = recordKeepingMessages[tools.language];
  const repeated = (value: string, before: readonly string[]) => [...before, value];
  group
    .command('timestamps')
    .description(words.timestamps)
    .option('--ca <file>', words.authorities, repeated, [])
    .option('--out <folder>', words.stampsOut)
    .action((options: TimestampOptions) => timestamps(tools, options));
}

async function timestamps(tools: Tools, { ca, out }: TimestampOptions): Promise<void> {
  const words = recordKeepingMessages[tools.language];
  const files = await Promise.all(ca.map((file) => fileAt(tools, file)));
  const authorities = files.map((file) => file.toString('utf8'));
  await withRecord(tools, async ({ db }) => {
    const checked = await checkTimestamps(db, authorities);
    if (out !== undefined) await writeOut(out, checked);
    const shown = checked.map(({ givenUp, size, stamped, why }) => ({
      ...{ givenUp, size },
      ...stamped,
      why,
    }));
    tools
      .output()
      .result({ timestamps: shown }, () =>
        checked.length === 0 ? words.noStamps : checked.map((one) => line(one, words)).join('\n'),
      );
    if (checked.some(({ why }) => why !== null)) tools.exitCode = EXIT.failed;
  });
}

function line(
  { givenUp, size, stamped, why }: CheckedTimestamp,
  words: (typeof recordKeepingMessages)['en'],
): string {
  const of = givenUp === null ? '' : `${givenUp}: `;
  return stamped === null
    ? `✗ ${of}${words.stampFails(size, why ?? '')}`
    : `${stamped.trusted === true ? '✓' : '?'} ${of}${words.stamp(size, stamped.at, stamped.authority)}`;
}

// Named so that `openssl ts -verify -data 12.note -in 12.tsr -CAfile ca.pem` checks each without us.
async function writeOut(folder: string, checked: readonly CheckedTimestamp[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { givenUp, size, note, reply } of checked) {
    const of = givenUp === null ? '' : `${encodeURIComponent(givenUp)}-`;
    await writeFile(join(folder, `${of}${String(size)}.note`), note);
    await writeFile(join(folder, `${of}${String(size)}.tsr`), reply);
  }
}
