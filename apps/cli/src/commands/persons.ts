import { endEverySession, erasePerson, namesOfPersons, RetentionNotOver } from '@twinning/engine';
import { existingSignerIn, receiptFor } from '@twinning/event-log';
import { FilesAway } from '@twinning/filing';
import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { EXIT, Failure } from '../failure.js';
import { personsMessages } from '../messages/persons.js';
import type { Tools } from '../tools.js';
import { demandContinued, withLog, withRecord } from './surroundings.js';

interface EraseOptions {
  readonly reason: string;
  readonly output?: string;
}

/** `twinning persons`: the names that the record keeps sealed. */
export function registerPersons(program: Command, tools: Tools): void {
  const words = personsMessages[tools.language];
  const group = program.command('persons').description(words.group);
  group
    .command('name')
    .description(words.name)
    .argument('<person>', words.person)
    .action((person: string) => tellName(tools, person));
  group
    .command('erase')
    .description(words.erase)
    .argument('<person>', words.person)
    .requiredOption('--reason <text>', words.reason)
    .option('-o, --output <file>', words.output)
    .action((person: string, options: EraseOptions) => erase(tools, person, options));
  group
    .command('sign-out')
    .description(words.signOut)
    .argument('[person]', words.person)
    .option('--everybody', words.everybody)
    .action((person: string | undefined, options: { readonly everybody?: boolean }) =>
      signOut(tools, person, options),
    );
}

async function signOut(
  tools: Tools,
  person: string | undefined,
  { everybody = false }: { readonly everybody?: boolean },
): Promise<void> {
  const words = personsMessages[tools.language];
  // One or all, and never all by leaving something out.
  if ((person === undefined) !== everybody) {
    throw new Failure(words.oneOrAll, '', EXIT.usage, { code: 'USAGE' });
  }
  await withLog(tools, async ({ db }) => {
    const ended = await endEverySession(db, person ?? null);
    tools.output().result({ person: person ?? null, ended }, () => words.signedOut(ended));
  });
}

async function tellName(tools: Tools, person: string): Promise<void> {
  const words = personsMessages[tools.language];
  await withRecord(tools, async ({ db, log }) => {
    const name = (await namesOfPersons(db, log, [person])).get(person) ?? null;
    tools.output().result({ person, name }, () => name ?? words.noName);
  });
}

async function erase(tools: Tools, person: string, options: EraseOptions): Promise<void> {
  const words = personsMessages[tools.language];
  await withRecord(tools, async (on) => {
    const { db, keys, log } = on;
    const vault = await tools.context().vault();
    // Before anything is destroyed: no key comes back when the record turns out to be the wrong one.
    const { origin } = await demandContinued(tools, on);
    try {
      const { reason, output } = options;
      const at = new Date().toISOString();
      const erased = await erasePerson({ db, log, keys, vault }, { person, reason, at });
      const signer = await existingSignerIn(tools.context().dataFolder, origin);
      // The certificate carries the proof that the erasure stands in the record.
      const last = Math.max(erased.index, ...erased.files.map((f) => f.index));
      const receipt = signer === null ? null : await receiptFor(db, last, signer);
      const certificate = { ...erased, receipt };
      if (output !== undefined) {
        await writeFile(output, `${JSON.stringify(certificate, null, 1)}\n`);
      }
      tools
        .output()
        .result(certificate, () =>
          [
            words.erased(person, erased.index),
            ...erased.fields.map((f) => `  ${f.stream} #${String(f.index)}: ${f.field}`),
            ...erased.files.map((f) => `  ${words.file(f.sha256)}`),
            ...erased.kept.flatMap(({ sha256, because }) => [
              words.kept(sha256),
              ...because.map(({ agreement, as }) => `    ${agreement}: ${as}`),
            ]),
            words.stays(erased.references.events, erased.references.agreements.length),
            words.backups,
          ].join('\n'),
        );
    } catch (error) {
      if (error instanceof FilesAway)
        throw new Failure(words.filesAway(error.message), words.filesLater);
      if (!(error instanceof RetentionNotOver)) throw error;
      throw new Failure(
        words.refused(person),
        error.retained
          .map(({ agreement, until }) => words.retained(agreement, until?.slice(0, 10) ?? null))
          .join('\n'),
        EXIT.refused,
        { code: 'RETENTION', retained: error.retained },
      );
    }
  });
}
