import {
  keyNotGiven,
  loadCase,
  redecide,
  refusedSteps,
  replay,
  verifyCaseFile,
  type Case,
  type Redecision,
  type RefusedStep,
  type Step,
} from '@twinning/case-file';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { EXIT, Failure } from '../failure.js';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';
import { faultsInWords, fileAt, keysFrom } from './verify.js';

interface ReplayOptions {
  readonly step: boolean;
  readonly redecide: boolean;
  readonly key: readonly string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `twinning replay`: from the record, or offline from a case file. */
export function registerReplay(program: Command, tools: Tools): void {
  const words = recordMessages[tools.language];
  program
    .command('replay')
    .description(words.replay)
    .argument('<agreement>', words.agreementOrFile)
    .option('--step', words.step, false)
    .option('--redecide', words.redecide, false)
    .option('--key <key>', words.key, (key: string, all: string[]) => [...all, key], [])
    .action(async (subject: string, options: ReplayOptions) => {
      const of = await caseOf(tools, subject, options.key);
      if (options.redecide) tellRedecisions(tools, redecide(of));
      else await tell(tools, of, options.step);
    });
}

/** The case, from the record or from a file of which every claim holds: what is forged is not told as if it had happened. */
async function caseOf(tools: Tools, subject: string, key: readonly string[]): Promise<Case> {
  const words = recordMessages[tools.language];
  if (existsSync(subject)) {
    const { verdict, content } = verifyCaseFile(await fileAt(tools, subject), keysFrom(tools, key));
    const { holds, faults, keyGiven } = verdict;
    if (content === null || !holds) {
      const found = faultsInWords(tools, faults).join('\n');
      throw new Failure(words.fails, found, EXIT.failed, { faults });
    }
    if (!keyGiven) tools.output().say(`? ${keyNotGiven[tools.language]}`);
    return content;
  }
  const of = UUID.test(subject)
    ? await withRecord(tools, ({ db, log }) => loadCase(db, log, subject))
    : null;
  if (of === null || of.events.length === 0) {
    throw new Failure(words.noAgreement(subject), null, EXIT.usage);
  }
  return of;
}

async function tell(tools: Tools, of: Case, stepwise: boolean): Promise<void> {
  const words = recordMessages[tools.language];
  const output = tools.output();
  const steps = replay(of, tools.language);
  const refused = refusedSteps(of, tools.language);
  if (stepwise && !tools.json && process.stdin.isTTY) {
    const input = createInterface({ input: process.stdin, output: process.stdout });
    for (const step of steps) {
      output.say(stepInWords(tools, step));
      await input.question(`${words.next} `);
    }
    input.close();
    output.say(refusalsInWords(tools, refused));
    return;
  }
  output.result({ agreement: of.agreement, steps, refused }, () =>
    [...steps.map((step) => stepInWords(tools, step)), refusalsInWords(tools, refused)].join('\n'),
  );
}

function stepInWords(tools: Tools, step: Step): string {
  const words = recordMessages[tools.language];
  const person = step.name === null ? step.person : `${step.name}, ${step.person ?? ''}`;
  const who = person === null ? step.roleText : `${person} (${step.roleText})`;
  const head = [
    `${String(step.version).padStart(3)}  ${step.occurredAt}  ${who}`,
    ...(step.onBehalfOf === null ? [] : [words.onBehalfOf(step.onBehalfOf)]),
    ...(step.clause === null ? [] : [words.clause(step.clause)]),
    `#${String(step.index)}`,
  ].join(' · ');
  return [head, `     ${step.text}`, ...step.changes.map((c) => `       → ${c.text}`)].join('\n');
}

const refusalsInWords = (tools: Tools, refused: readonly RefusedStep[]): string =>
  [
    recordMessages[tools.language].refusedAttempts(refused.length),
    ...refused.map(
      (r) =>
        `  ✗ ${r.occurredAt}  ${r.name ?? r.person ?? '–'} · ${r.command}: ${r.text} (${r.code}, ${r.clause}) #${String(r.index)}`,
    ),
  ].join('\n');

function tellRedecisions(tools: Tools, decisions: readonly Redecision[]): void {
  const words = recordMessages[tools.language];
  const same = decisions.filter((d) => d.verdict === 'SAME').length;
  tools
    .output()
    .result({ total: decisions.length, same, decisions }, () =>
      [
        words.redecided(decisions.length, same),
        ...decisions.flatMap((d) => redecisionInWords(tools, d)),
      ].join('\n'),
    );
  if (decisions.some((d) => d.verdict === 'DIFFERENT')) tools.exitCode = EXIT.failed;
}

function redecisionInWords(tools: Tools, d: Redecision): readonly string[] {
  const words = recordMessages[tools.language];
  if (d.verdict === 'SAME') return [];
  const reason = d.reason === null ? '' : `: ${words.reasons[d.reason]}`;
  return [
    `✗ ${d.at}  ${d.type} (${d.decision}), v${String(d.version)}: ${words.verdicts[d.verdict]}${reason}`,
    ...(d.verdict === 'DIFFERENT'
      ? [
          `    ${words.then}: ${JSON.stringify(d.then)}`,
          `    ${words.now}: ${JSON.stringify(d.now)}`,
        ]
      : []),
  ];
}
