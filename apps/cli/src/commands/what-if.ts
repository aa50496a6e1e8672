import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EXIT, Failure } from '../failure.js';
import { moment } from '../geneva.js';
import { whatIfMessages } from '../messages/what-if.js';
import type { Tools } from '../tools.js';

interface Asked {
  readonly as: string;
  readonly scenario: string;
  readonly on?: string;
  readonly until?: string;
  readonly steps?: string;
}

const answer = z.object({
  text: z.string(),
  endedText: z.string(),
  statusText: z.string(),
  moments: z.array(
    z.object({
      at: z.string(),
      text: z.string(),
      clause: z.string().nullable(),
      events: z.array(z.object({ text: z.string() })),
      refusal: z.object({ code: z.string(), title: z.string() }).nullable(),
      statusText: z.string(),
      again: z.number(),
      lastAt: z.string(),
    }),
  ),
});

const NAMES = ['nobody-acts', 'review-not-filed', 'lead-loses-p'];

/** `twinning what-if`: an agreement's future under suppositions. */
export function registerWhatIf(program: Command, tools: Tools): void {
  const words = whatIfMessages[tools.language];
  const scenario = new Option('--scenario <name>', words.scenario);
  program
    .command('what-if')
    .description(words.about)
    .argument('<agreement>', tools.messages.options.agreement)
    .addOption(scenario.choices(NAMES).default('nobody-acts'))
    .option('--on <date>', words.on)
    .option('--until <date>', words.until)
    .option('--steps <file>', words.steps)
    .option('--as <person>', tools.messages.options.as, 'auditor')
    .action((agreement: string, asked: Asked) => whatIf(tools, agreement, asked));
}

async function whatIf(tools: Tools, agreement: string, asked: Asked): Promise<void> {
  const { as, scenario, on, until, steps } = asked;
  const words = whatIfMessages[tools.language];
  const query = new URLSearchParams({
    scenario: scenario.replaceAll('-', '_').toUpperCase(),
    ...(on !== undefined && { on }),
    ...(until !== undefined && { until }),
    ...(steps !== undefined && { steps: await listIn(steps, tools) }),
  });
  const api = await tools.api(as);
  const path = `/v1/agreements/${encodeURIComponent(agreement)}/what-if`;
  const whole = await api.get(`${path}?${query.toString()}`);
  const { text, endedText, statusText, moments } = answer.parse(whole);
  tools
    .output()
    .result(whole, () =>
      [
        text,
        ...moments.flatMap((m) => [
          `${moment(m.at).slice(0, 10)}  ${m.text}${m.clause === null ? '' : ` (${m.clause})`} → ${m.statusText}`,
          ...(m.refusal === null ? [] : [`    ${words.refused(m.refusal.title, m.refusal.code)}`]),
          ...m.events.map((e) => `    ${e.text}`),
          ...(m.again === 0
            ? []
            : [`    ${words.again(String(m.again), moment(m.lastAt).slice(0, 10))}`]),
        ]),
        endedText,
        words.then(statusText),
      ].join('\n'),
    );
}

/** The file's list, written as short as JSON can be: it travels in the address. */
async function listIn(file: string, { language }: Tools): Promise<string> {
  try {
    return JSON.stringify(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    const words = whatIfMessages[language];
    throw new Failure(words.notRead(file), words.example, EXIT.usage, { code: 'STEPS_UNREADABLE' });
  }
}
