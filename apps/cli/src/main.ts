import { Command, CommanderError } from 'commander';
import { Api } from './api.js';
import { act, events, list, show } from './commands/agreements.js';
import { migrate, prepare, recover, verify } from './commands/operate.js';
import { importMemberFile, importRegistry, ISO_OPEN_DATA } from './commands/registry.js';
import { Context } from './context.js';
import { demo } from './demo/demo.js';
import { loadDemonstration } from './demo/load.js';
import { EXIT, Failure } from './failure.js';
import { Output, table } from './output.js';
import { people, personNamed, tokenFor } from './people.js';
import { start } from './commands/start.js';

interface Globals {
  readonly data?: string;
  readonly json: boolean;
  readonly language: 'en' | 'fr';
}

const program = new Command('twinning')
  .description('ISO twinning agreements: start, act, replay, verify')
  .option('--data <folder>', 'data folder of a local start (default: .twinning)')
  .option('--json', 'one JSON value at the end instead of sentences', false)
  .option(
    '--language <en|fr>',
    'language of the answers',
    process.env.LANG?.startsWith('fr') ? 'fr' : 'en',
  )
  .showHelpAfterError()
  .exitOverride();

const globals = () => program.opts<Globals>();
const context = () => new Context({ data: globals().data });
const output = () => new Output(globals().json);

async function apiAs(person: string, stepUp: boolean): Promise<Api> {
  const here = context();
  const token = process.env.TWINNING_TOKEN ?? (await tokenFor(here, personNamed(person), stepUp));
  return new Api(await here.url(), token, globals().language);
}

program
  .command('start')
  .description('start the whole product (the same as npm start)')
  .allowUnknownOption()
  .argument('[options...]')
  .action((options: string[]) => start(options, globals().data));

program
  .command('people')
  .description('the people of the demonstration')
  .action(() => {
    const all = people();
    output().result(all, () =>
      table(all.map((p) => [p.id, p.name, p.roles.map((r) => r.role).join(', ')])),
    );
  });

program
  .command('token')
  .description('a bearer token for a person of the demonstration')
  .argument('<person>')
  .option(
    '--step-up',
    'as if the person had just proved who they are (signing, TMB decisions)',
    false,
  )
  .action(async (person: string, options: { stepUp: boolean }) => {
    const token = await tokenFor(context(), personNamed(person), options.stepUp);
    output().result({ token }, () => token);
  });

const registry = program.command('registry').description('ISO members and committees');
registry
  .command('import')
  .description('take in a snapshot of ISO’s committees (JSONL or CSV)')
  .argument('[source]', 'file or address', ISO_OPEN_DATA)
  .option('--as-of <date>', 'date of a snapshot that carries none')
  .option('--skip-bad', 'leave bad rows out and list them', false)
  .option('--some', 'the file names only some committees: those it does not name stay', false)
  .action(async (source: string, options: { asOf?: string; skipBad: boolean; some: boolean }) => {
    await importRegistry(context(), output(), source, { ...options, language: globals().language });
  });
registry
  .command('import-members')
  .description('add country, category and New Rights to the members (CSV)')
  .argument('<source>', 'file or address')
  .option('--as-of <date>', 'date of the file (default: today)')
  .option('--skip-bad', 'leave bad rows out and list them', false)
  .option('--justification <text>', 'why members of an unknown category are taken in')
  .action(
    async (
      source: string,
      options: { asOf?: string; skipBad: boolean; justification?: string },
    ) => {
      await importMemberFile(context(), output(), source, {
        ...options,
        language: globals().language,
      });
    },
  );

const agreements = program.command('agreements').description('twinning agreements');
const asPerson = ['--as <person>', 'who asks (see "twinning people")', 'auditor'] as const;
agreements
  .command('list')
  .description('the agreements that the person may see')
  .option(...asPerson)
  .option('--status <list>')
  .option('--phase <list>')
  .option('--member <id>')
  .option('--committee <id>')
  .option('--limit <n>')
  .action(async ({ as, ...query }: { as: string } & Record<string, string>) => {
    await list(await apiAs(as, false), output(), query);
  });
agreements
  .command('show')
  .description('one agreement, with what the person may do now and why the rest is closed')
  .argument('<agreement>')
  .option(...asPerson)
  .option('--version <n>', 'as it stood at this version')
  .option('--as-of <date>', 'as it stood on this date')
  .action(async (id: string, options: { as: string; version?: string; asOf?: string }) => {
    await show(await apiAs(options.as, false), output(), id, {
      ...(options.version !== undefined && { version: options.version }),
      ...(options.asOf !== undefined && { asOf: options.asOf }),
    });
  });
agreements
  .command('act')
  .description(
    'issue a command, e.g. act <agreement> approve-by-tpm --as tpm; "new" starts a draft',
  )
  .argument('<agreement>', 'its id, or "new"')
  .argument('<command>', 'e.g. invite-partner')
  .argument('[payload]', 'JSON', '{}')
  .requiredOption('--as <person>', 'who acts')
  .option('--key <id>', 'Idempotency-Key, to repeat a command')
  .action(
    async (id: string, command: string, payload: string, options: { as: string; key?: string }) => {
      await act(await apiAs(options.as, true), output(), id, command, payload, options.key);
    },
  );

program
  .command('events')
  .description('what happened to an agreement, in order')
  .argument('<agreement>')
  .option(...asPerson)
  .action(async (id: string, options: { as: string }) => {
    await events(await apiAs(options.as, false), output(), id);
  });

program
  .command('verify')
  .description('check the whole record: content, order, tree')
  .action(() => verify(context(), output()));

program
  .command('recover')
  .description('start the workflow of every open agreement from the record')
  .action(() => recover(context(), output()));

program
  .command('migrate')
  .description('bring the schemas up to date and open the record')
  .option('--demonstration', 'a record for trying out, never for real agreements', false)
  .option('--origin <name>', 'name of the record in its checkpoints', 'twinning.local/record')
  .option('--rate <n>', 'speed of simulated time', '1')
  .action(async (options: { demonstration: boolean; origin: string; rate: string }) => {
    await migrate(context(), output(), { ...options, rate: Number(options.rate) });
  });

program
  .command('prepare')
  .description('register what Temporal must know')
  .action(() => prepare(context(), output()));

program
  .command('demo')
  .description('one whole agreement in about a minute, told as it goes')
  .option('--load', 'load the demonstration’s agreements into the running product instead', false)
  .option('--pace <ms>', 'milliseconds between two sentences of the story', '1800')
  .action(async (options: { load: boolean; pace: string }) => {
    await (options.load
      ? loadDemonstration(context(), output())
      : demo(output(), { language: globals().language, paceMs: Number(options.pace) }));
  });

/** Runs the command line; every failure is a sentence and an exit code, never a stack trace. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
      return;
    }
    const failure = asFailure(error);
    process.exitCode = failure.exitCode;
    if (globals().json) {
      process.stdout.write(
        `${JSON.stringify({ error: failure.message, help: failure.help, ...failure.details })}\n`,
      );
    } else {
      process.stderr.write(
        `${failure.message}\n${failure.help === null ? '' : `${failure.help}\n`}`,
      );
    }
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ECONNREFUSED') {
    return new Failure('The database or Temporal does not answer.', 'Run "npm start" first.');
  }
  return new Failure(message ?? String(error));
}

await run(process.argv.slice(2));
