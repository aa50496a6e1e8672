import { openDatabase, takeMembers, takeSnapshot } from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import {
  ATTRIBUTION,
  describeBadRow,
  describeImportRefusal,
  parseCommittees,
  type BadRow,
  type SnapshotFormat,
} from '@twinning/registry';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { EXIT, Failure } from '../failure.js';
import type { Tools } from '../tools.js';

/** ISO's own address of the committee data (JSONL), under ODC-By 1.0. */
export const ISO_OPEN_DATA =
  'https://isopublicstorageprod.blob.core.windows.net/opendata/_latest/iso_technical_committees/json/iso_technical_committees.jsonl';

interface ImportOptions {
  readonly asOf?: string;
  readonly skipBad: boolean;
}

interface CommitteeOptions extends ImportOptions {
  readonly some: boolean;
  readonly dissolve: boolean;
}

export function registerRegistry(program: Command, tools: Tools): void {
  const { commands, options } = tools.messages;
  const registry = program.command('registry').description(commands.registry);
  registry
    .command('import')
    .description(commands.registryImport)
    .argument('[source]', options.source, ISO_OPEN_DATA)
    .option('--as-of <date>', options.asOfSnapshot)
    .option('--skip-bad', options.skipBad, false)
    .option('--some', options.some, false)
    .option('--dissolve', options.dissolve, false)
    .action((source: string, given: CommitteeOptions) => importRegistry(tools, source, given));
  registry
    .command('import-members')
    .description(commands.registryImportMembers)
    .argument('<source>', options.source)
    .option('--as-of <date>', options.asOfFile)
    .option('--skip-bad', options.skipBad, false)
    .option('--justification <text>', options.justification)
    .action((source: string, given: ImportOptions & { justification?: string }) =>
      importMemberFile(tools, source, given),
    );
}

async function readSource(source: string): Promise<string> {
  try {
    if (!/^https?:/.test(source)) return await readFile(source, 'utf8');
    const response = await fetch(source, { signal: AbortSignal.timeout(60_000) });
    if (response.ok) return await response.text();
    const status = String(response.status);
    throw new Failure((m) => m.failures.sourceAnswered(status));
  } catch (error) {
    throw new Failure(
      (m) =>
        m.failures.sourceUnreadable(
          source,
          error instanceof Failure && typeof error.what !== 'string'
            ? error.what(m)
            : reasonOf(error),
        ),
      (m) => m.failures.nameAnother,
      EXIT.failed,
      { code: 'SOURCE_UNREADABLE' },
    );
  }
}

/** Node's own word for what is wrong with a file or a connection, e.g. `ENOENT`. */
const reasonOf = (error: unknown): string => {
  const { code, cause, message } = error as {
    code?: string | number;
    cause?: { code?: string };
    message?: string;
  };
  return String(cause?.code ?? code ?? message);
};

const formatOf = (source: string): SnapshotFormat => (/\.csv$/i.test(source) ? 'csv' : 'jsonl');

/** Takes a snapshot of ISO's committees into the registry, whole or not at all. */
async function importRegistry(
  tools: Tools,
  source: string,
  { asOf, skipBad, some, dissolve }: CommitteeOptions,
): Promise<void> {
  const { answers } = tools.messages;
  const output = tools.output();
  const snapshot = await parseCommittees(await readSource(source), formatOf(source));
  const db = openDatabase({
    url: await tools.context().databaseUrl(),
    poolSize: 3,
    statementTimeout: 300_000,
  });
  try {
    const progress = output.progress(answers.importing);
    const result = await takeSnapshot(db, new EventLog(null), snapshot, {
      ...(asOf !== undefined && { asOf }),
      skipBad,
      dissolve,
      coverage: some ? 'SOME_COMMITTEES' : 'WHOLE',
      onProgress: ({ done, total }) => {
        progress(done, total);
      },
    });
    if (result.kind === 'REFUSED') throw refused(tools, result);
    const { committees, members, memberships, changes } = result;
    sayLeftOut(tools, result.skipped);
    output.result({ committees, members, memberships, changes }, () =>
      [
        answers.imported(String(committees), String(members), String(memberships), result.date),
        ...(Object.keys(changes) as (keyof typeof changes)[])
          .filter((what) => changes[what] > 0)
          .map((what) => `  ${answers.changes[what]}: ${String(changes[what])}`),
        ATTRIBUTION,
      ].join('\n'),
    );
  } finally {
    await db.destroy();
  }
}

/** Adds country, category and New Rights to the members. */
async function importMemberFile(
  tools: Tools,
  source: string,
  { asOf, skipBad, justification }: ImportOptions & { readonly justification?: string },
): Promise<void> {
  const { answers } = tools.messages;
  const output = tools.output();
  const text = await readSource(source);
  const db = openDatabase({ url: await tools.context().databaseUrl(), poolSize: 3 });
  try {
    const result = await takeMembers(db, new EventLog(null), text, {
      asOf: asOf ?? new Date().toISOString().slice(0, 10),
      skipBad,
      ...(justification !== undefined && { justification }),
    });
    if (result.kind === 'REFUSED') throw refused(tools, result);
    sayLeftOut(tools, result.skipped);
    for (const { line, member, value } of result.warnings) {
      output.say(answers.unknownCategory(String(line), String(member), value ?? '–'));
    }
    if (result.warnings.length > 0 && !result.justified) output.say(answers.justify);
    output.result(result, () => answers.members(String(result.members), String(result.changed)));
  } finally {
    await db.destroy();
  }
}

const sayLeftOut = (tools: Tools, rows: readonly BadRow[]): void => {
  for (const row of rows) {
    tools.output().say(tools.messages.answers.skipped(describeBadRow(row, tools.language)));
  }
};

/** An import that a bad row or a wrong date stopped: every bad row is named. */
function refused(
  { language }: Tools,
  { code, badRows }: { readonly code: ImportCode; readonly badRows: readonly BadRow[] },
): Failure {
  return new Failure(
    [
      describeImportRefusal(code, language),
      ...badRows.map((row) => describeBadRow(row, language)),
    ].join('\n'),
    (m) => m.failures.importHelp[code],
    EXIT.refused,
    { code, badRows },
  );
}

type ImportCode = Parameters<typeof describeImportRefusal>[0];
