import { label } from '@twinning/domain';
import type { Command } from 'commander';
import { z } from 'zod';
import { EXIT } from '../failure.js';
import { numberFrom } from '../number-option.js';
import { table } from '../output.js';
import { moment, until } from '../geneva.js';
import type { Tools } from '../tools.js';
import { actionLines, proposedLines } from './actions.js';
import { registerAppeals } from './appeals.js';
import { evaluationLines, evaluations } from './evaluations.js';
import { payloadOf } from './payload.js';

export function registerAgreements(program: Command, tools: Tools): void {
  const { commands, options } = tools.messages;
  const asPerson = ['--as <person>', options.as, 'auditor'] as const;
  const agreements = program.command('agreements').description(commands.agreements);
  agreements
    .command('list')
    .description(commands.agreementsList)
    .option(...asPerson)
    .option('--status <list>', options.status)
    .option('--phase <list>', options.phase)
    .option('--member <id>', options.member)
    .option('--committee <id>', options.committee)
    .option('--q <words>', options.q)
    .option('--limit <n>', options.limit, numberFrom(1, { whole: true }))
    .action(({ as, ...query }: Asked) => list(tools, as, query));
  agreements
    .command('show')
    .description(commands.agreementsShow)
    .argument('<agreement>', options.agreement)
    .option(...asPerson)
    .option('--version <n>', options.atVersion, numberFrom(0, { whole: true }))
    .option('--as-of <date>', options.atDate)
    .action((id: string, { as, ...query }: Asked) => show(tools, as, id, query));
  agreements
    .command('act')
    .description(commands.agreementsAct)
    .argument('<agreement>', options.agreementOrNew)
    .argument('<command>', options.command)
    .argument('[payload]', options.payload, '{}')
    .requiredOption('--as <person>', options.asActor)
    .option('--key <id>', options.key)
    .action((id: string, command: string, payload: string, asked: Acted) =>
      act(tools, asked, id, command, payload),
    );
  registerAppeals(agreements, tools);
  program
    .command('events')
    .description(commands.events)
    .argument('<agreement>', options.agreement)
    .option(...asPerson)
    .action((id: string, { as }: Asked) => events(tools, as, id));
}

interface Acted {
  readonly as: string;
  readonly key?: string;
}

/** Who asks, and what the options say: they are the names of the API's query too. */
interface Asked extends Readonly<Record<string, string | number>> {
  readonly as: string;
}

function queryOf(options: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) query.set(name, String(value));
  return query.toString();
}

const page = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      statusText: z.string(),
      phaseText: z.string(),
      type: z.string(),
      leadAcronym: z.string().nullable(),
      twinnedAcronym: z.string().nullable(),
      committeeReference: z.string().nullable(),
      nextDeadline: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

async function list(
  tools: Tools,
  as: string,
  query: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { answers } = tools.messages;
  const api = await tools.api(as);
  const whole = await api.get(`/v1/agreements?${queryOf(query)}`);
  const answer = page.parse(whole);
  const heads = answers.agreements;
  tools
    .output()
    .result(whole, () =>
      answer.items.length === 0
        ? answers.noAgreements
        : [
            table([
              [
                heads.id,
                heads.type,
                heads.committee,
                heads.lead,
                heads.twinned,
                heads.phase,
                heads.status,
                heads.next,
              ],
              ...answer.items.map((a) => [
                a.id,
                a.type,
                a.committeeReference ?? '–',
                a.leadAcronym ?? '–',
                a.twinnedAcronym ?? '–',
                a.phaseText,
                a.statusText,
                until(a.nextDeadline) ?? '–',
              ]),
            ]),
            ...(answer.next === null ? [] : [answers.moreAgreements]),
          ].join('\n'),
    );
}

const named = z.object({ member: z.number(), acronym: z.string().nullable() }).nullable();
const detail = z.object({
  id: z.string(),
  version: z.number(),
  statusText: z.string(),
  phaseText: z.string(),
  typeText: z.string(),
  ruleset: z.string(),
  requestHash: z.string(),
  lead: named,
  twinned: named,
  committee: z
    .object({ reference: z.string().nullable(), title: z.string().nullable() })
    .nullable(),
  term: z.object({ start: z.string(), end: z.string() }).nullable(),
  /** Left out where the reader may not see it. */
  evaluation: z.object({ evaluations }).optional(),
  jointActs: z.array(z.object({ kind: z.string(), side: z.string(), content: z.unknown() })),
  duties: z.array(z.object({ text: z.string(), desk: z.string(), due: z.string().nullable() })),
  nextDeadline: z.object({ due: z.string(), text: z.string() }).nullable(),
  actions: z.array(
    z.object({
      command: z.string(),
      text: z.string(),
      allowed: z.boolean(),
      refusal: z.object({ code: z.string(), title: z.string() }).optional(),
    }),
  ),
});

async function show(
  tools: Tools,
  as: string,
  id: string,
  query: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { language } = tools;
  const { answers, noDate } = tools.messages;
  const api = await tools.api(as);
  const whole = await api.get(`/v1/agreements/${encodeURIComponent(id)}?${queryOf(query)}`);
  const a = detail.parse(whole);
  tools
    .output()
    .result(whole, () =>
      [
        `${a.typeText}: ${a.lead?.acronym ?? '–'} ⇄ ${a.twinned?.acronym ?? '–'}`,
        `${a.committee?.reference ?? answers.noCommittee} ${a.committee?.title ?? ''}`.trim(),
        answers.standing(a.phaseText, a.statusText, String(a.version), a.ruleset),
        ...(a.term === null ? [] : [answers.term(a.term.start, a.term.end)]),
        answers.requestHash(a.requestHash),
        ...evaluationLines(a.evaluation?.evaluations ?? [], language),
        ...proposedLines(a.jointActs, language, tools.messages),
        ...a.duties.map((d) =>
          answers.duty(label('desk', d.desk, language), d.text, until(d.due) ?? noDate),
        ),
        a.nextDeadline === null
          ? answers.nothingNext
          : answers.next(a.nextDeadline.text, until(a.nextDeadline.due) ?? noDate),
        ...actionLines(a.actions, tools.messages),
      ].join('\n'),
    );
}

async function act(
  tools: Tools,
  { as, key }: Acted,
  id: string,
  command: string,
  payload: string,
): Promise<void> {
  const { answers } = tools.messages;
  const parsed = payloadOf(payload);
  const api = await tools.api(as, true);
  const answer = await api.act({
    agreement: id === 'new' ? null : id,
    command,
    payload: parsed,
    ...(key !== undefined && { key }),
  });
  tools
    .output()
    .result(answer, () =>
      answer.status === 'STORED'
        ? answers.stored(answer.command)
        : [
            answers.done(
              answer.agreement,
              String(answer.version ?? 0),
              answer.events.map((e) => e.type).join(', ') || answers.nothingChanged,
            ),
            ...(answer.unproven === undefined ? [] : [answer.unproven.text]),
          ].join('\n'),
    );
  if (answer.status === 'STORED') tools.exitCode = EXIT.stored;
}

const timeline = z.object({
  items: z.array(
    z.object({
      version: z.number(),
      index: z.number(),
      type: z.string(),
      text: z.string(),
      occurredAt: z.string(),
      actor: z.object({ person: z.string().nullable(), role: z.string() }),
    }),
  ),
});

async function events(tools: Tools, as: string, id: string): Promise<void> {
  const { answers } = tools.messages;
  const api = await tools.api(as);
  const path = `/v1/agreements/${encodeURIComponent(id)}/timeline`;
  const whole = await api.get(path);
  const { items } = timeline.parse(whole);
  const heads = answers.events;
  tools
    .output()
    .result(whole, () =>
      table([
        [heads.version, heads.when, heads.who, heads.event, heads.what],
        ...items.map((e) => [
          String(e.version),
          moment(e.occurredAt),
          e.actor.person ?? e.actor.role,
          e.type,
          e.text,
        ]),
      ]),
    );
}
