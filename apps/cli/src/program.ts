import { Command, CommanderError, Option } from 'commander';
import { registerAgreements } from './commands/agreements.js';
import { registerBackup } from './commands/backup.js';
import { registerCheck } from './commands/check.js';
import { registerDemo } from './commands/demo.js';
import { registerDeployment } from './commands/deployment.js';
import { registerDiff } from './commands/diff.js';
import { registerExport } from './commands/export.js';
import { registerHistories } from './commands/histories.js';
import { registerLogin } from './commands/login.js';
import { registerOperate } from './commands/operate.js';
import { registerOutbox } from './commands/outbox.js';
import { registerParticipation } from './commands/participation.js';
import { registerPartners } from './commands/partners.js';
import { registerPeople } from './commands/people.js';
import { registerReconcile } from './commands/reconcile.js';
import { registerRecover } from './commands/recover.js';
import { registerPolicy } from './commands/policy.js';
import { registerPersons } from './commands/persons.js';
import { registerRecordKeeping } from './commands/record-keeping.js';
import { registerRegistry } from './commands/registry.js';
import { registerReplay } from './commands/replay.js';
import { registerStaff } from './commands/staff.js';
import { registerShadow } from './commands/shadow.js';
import { registerStart } from './commands/start.js';
import { registerTiles } from './commands/tiles.js';
import { registerVerify } from './commands/verify.js';
import { registerRulesetMoves } from './commands/ruleset-moves.js';
import { registerUnsealed } from './commands/unsealed.js';
import { registerWhatIf } from './commands/what-if.js';
import { registerWitness } from './commands/witness.js';
import { EXIT, inWords } from './failure.js';
import { asFailure } from './failures.js';
import { speakHelp } from './help.js';
import { LANGUAGES, languageOf, messages } from './messages/index.js';
import { Tools, type Surroundings } from './tools.js';
import { usageFailure } from './usage-failure.js';

/** Every group of commands; a new one is a function in a file of its own and a line here. */
const GROUPS: readonly ((program: Command, tools: Tools) => void)[] = [
  registerStart,
  registerPeople,
  registerStaff,
  registerLogin,
  registerPolicy,
  registerRegistry,
  registerParticipation,
  registerPartners,
  registerAgreements,
  registerWhatIf,
  registerRulesetMoves,
  registerVerify,
  registerReplay,
  registerDiff,
  registerExport,
  registerWitness,
  registerTiles,
  registerRecordKeeping,
  registerPersons,
  registerOperate,
  registerBackup,
  registerCheck,
  registerReconcile,
  registerRecover,
  registerUnsealed,
  registerDeployment,
  registerOutbox,
  registerShadow,
  registerHistories,
  registerDemo,
];

/** The whole command line in the language of the call. */
export function createProgram(
  args: readonly string[],
  surroundings: Surroundings,
): { readonly program: Command; readonly tools: Tools } {
  const language = languageOf(args, surroundings.env);
  const { help, options } = messages[language];
  const program = speakHelp(new Command('twinning'), messages[language])
    .description(help.about)
    .option('--data <folder>', options.data)
    .option('--json', options.json, false)
    .addOption(new Option('--language <language>', options.language).choices([...LANGUAGES]))
    .helpCommand('help [command]', help.helpCommand)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.out.write(text),
      writeErr: (text) => surroundings.err.write(text),
      // What is wrong with a call is said once, at the end, in the reader's language.
      outputError: () => undefined,
    });
  const tools = new Tools(program, language, surroundings);
  for (const register of GROUPS) register(program, tools);
  return { program, tools };
}

/** Runs one call and answers its exit code; every failure is a sentence, never a stack trace. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { program, tools } = createProgram(args, surroundings);
  try {
    await program.parseAsync(args, { from: 'user' });
    return tools.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // A group called without a command has shown its help.
    if (error instanceof CommanderError && error.code === 'commander.help') return EXIT.usage;
    const failure =
      error instanceof CommanderError
        ? usageFailure(error, callOf(program, args))
        : asFailure(error);
    const what = inWords(failure.what, tools.messages);
    const help = failure.help === null ? null : inWords(failure.help, tools.messages);
    if (args.includes('--json')) {
      surroundings.out.write(`${JSON.stringify({ error: what, help, ...failure.details })}\n`);
    } else {
      surroundings.err.write(`${what}\n${help === null ? '' : `${help}\n`}`);
    }
    return failure.exitCode;
  }
}

/** The innermost command that a call names, as it is typed: `twinning agreements act`. */
function callOf(program: Command, args: readonly string[]): string {
  const names = [program.name()];
  let at = program;
  for (const arg of args) {
    const found = at.commands.find((command) => command.name() === arg);
    if (found === undefined) continue;
    names.push(arg);
    at = found;
  }
  return names.join(' ');
}
