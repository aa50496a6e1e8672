import { asRegistry, openDatabase, recordRegistryChange } from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import {
  ATTRIBUTION,
  describeBadRow,
  importCommittees,
  importMembers,
  parseCommittees,
  type SnapshotFormat,
} from '@twinning/registry';
import { readFile } from 'node:fs/promises';
import type { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import type { Output } from '../output.js';

/** ISO's own address of the committee data (JSONL), under ODC-By 1.0. */
export const ISO_OPEN_DATA =
  'https://isopublicstorageprod.blob.core.windows.net/opendata/_latest/iso_technical_committees/json/iso_technical_committees.jsonl';

async function readSource(source: string): Promise<string> {
  try {
    if (!/^https?:/.test(source)) return await readFile(source, 'utf8');
    const response = await fetch(source, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`it answered ${String(response.status)}`);
    return await response.text();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `${source} cannot be read: ${why}`,
      'Name a file, or an address that answers.',
    );
  }
}

const formatOf = (source: string): SnapshotFormat => (/\.csv$/i.test(source) ? 'csv' : 'jsonl');

export interface ImportOptions {
  readonly asOf?: string;
  readonly skipBad: boolean;
  readonly some?: boolean;
  readonly language: 'en' | 'fr';
}

/** Takes a snapshot of ISO's committees into the registry, whole or not at all. */
export async function importRegistry(
  context: Context,
  output: Output,
  source: string,
  options: ImportOptions,
): Promise<void> {
  const snapshot = await parseCommittees(await readSource(source), formatOf(source));
  const db = openDatabase({
    url: await context.databaseUrl(),
    poolSize: 3,
    statementTimeout: 300_000,
  });
  const log = new EventLog(null);
  try {
    const progress = output.progress('Importing');
    const result = await importCommittees(db, snapshot, {
      ...(options.asOf !== undefined && { asOf: options.asOf }),
      skipBad: options.skipBad,
      coverage: options.some === true ? 'SOME_COMMITTEES' : 'WHOLE',
      onProgress: ({ done, total }) => {
        progress(done, total);
      },
      record: (trx, change) => recordRegistryChange(trx, log, change),
    });
    const bad = (result.kind === 'REFUSED' ? result.badRows : result.skipped).map((row) =>
      describeBadRow(row, options.language),
    );
    if (result.kind === 'REFUSED') {
      throw new Failure(
        [`The import was refused (${result.code}); nothing was changed.`, ...bad].join('\n'),
        REFUSED_HELP[result.code] ?? null,
        EXIT.refused,
        { code: result.code, badRows: result.badRows },
      );
    }
    const { committees, members, memberships, changes } = result;
    for (const line of bad) output.say(`skipped: ${line}`);
    output.result({ committees, members, memberships, changes }, () =>
      [
        `${String(committees)} committees, ${String(members)} members, ${String(memberships)} memberships (${result.date}).`,
        ...Object.entries(changes)
          .filter(([, n]) => n > 0)
          .map(([what, n]) => `  ${what}: ${String(n)}`),
        ATTRIBUTION,
      ].join('\n'),
    );
  } finally {
    await db.destroy();
  }
}

const REFUSED_HELP: Readonly<Record<string, string>> = {
  BAD_ROWS: 'Correct the rows, or leave them out with --skip-bad.',
  SNAPSHOT_DATE_MISSING: 'The data carry no date: say it with --as-of YYYY-MM-DD.',
  SNAPSHOT_DATE_INVALID: 'Write the date as YYYY-MM-DD.',
  SNAPSHOT_DATE_CONFLICT: 'The data carry another date: leave --as-of out.',
};

/** Adds country, category and New Rights to the members. */
export async function importMemberFile(
  context: Context,
  output: Output,
  source: string,
  options: ImportOptions & { readonly justification?: string },
): Promise<void> {
  const db = openDatabase({ url: await context.databaseUrl(), poolSize: 3 });
  try {
    const result = await importMembers(asRegistry(db), await readSource(source), {
      asOf: options.asOf ?? new Date().toISOString().slice(0, 10),
      skipBad: options.skipBad,
      ...(options.justification !== undefined && { justification: options.justification }),
    });
    if (result.kind === 'REFUSED') {
      const bad = result.badRows.map((row) => describeBadRow(row, options.language));
      throw new Failure(
        [`The import was refused (${result.code}); nothing was changed.`, ...bad].join('\n'),
        REFUSED_HELP[result.code] ?? null,
        EXIT.refused,
        { code: result.code },
      );
    }
    output.result(result, () => 'The members are up to date.');
  } finally {
    await db.destroy();
  }
}
