import type { Command } from 'commander';
import { z } from 'zod';
import { table } from '../output.js';
import type { Tools } from '../tools.js';
import { payloadOf } from './payload.js';
import { STAFF } from './staff-texts.js';

/** The people of a body: who they are, what they may do, who stands in for whom. */
export function registerStaff(program: Command, tools: Tools): void {
  const words = STAFF[tools.language];
  const { options } = tools.messages;
  const staff = program.command('staff').description(words.group);
  staff
    .command('show')
    .description(words.show)
    .argument('<body>', words.body)
    .option('--as <person>', words.as, 'auditor')
    .action((body: string, { as }: { as: string }) => show(tools, as, body));
  staff
    .command('act')
    .description(words.act)
    .argument('<body>', words.body)
    .argument('<command>', words.command)
    .argument('[payload]', words.payload, '{}')
    .requiredOption('--as <person>', words.as)
    .option('--key <id>', options.key)
    .action((body: string, command: string, payload: string, asked: { as: string; key?: string }) =>
      act(tools, asked, pathOf(body, command), payload),
    );
}

const pathOf = (body: string, command?: string): string =>
  `/v1/bodies/${encodeURIComponent(body)}/people${command === undefined ? '' : `/${encodeURIComponent(command)}`}`;

const list = z.object({
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string().nullable(),
      state: z.string(),
      grants: z.array(z.object({ role: z.string() })),
    }),
  ),
  delegations: z.array(
    z.object({ to: z.string(), from: z.string(), start: z.string(), end: z.string() }),
  ),
});

async function show(tools: Tools, as: string, body: string): Promise<void> {
  const words = STAFF[tools.language];
  const whole = await (await tools.api(as)).get(pathOf(body));
  const { people, delegations } = list.parse(whole);
  tools
    .output()
    .result(whole, () =>
      [
        table([
          [...words.heads],
          ...people.map((p) => [
            p.person,
            p.name ?? '–',
            p.state,
            p.grants.map((g) => g.role).join(', '),
          ]),
        ]),
        ...delegations.map((d) => words.delegation(d.to, d.from, d.start, d.end)),
      ].join('\n'),
    );
}

const answer = z.object({
  version: z.number(),
  events: z.array(z.object({ type: z.string() })),
});

async function act(
  tools: Tools,
  { as, key }: { readonly as: string; readonly key?: string },
  path: string,
  payload: string,
): Promise<void> {
  const words = STAFF[tools.language];
  const parsed = payloadOf(payload);
  const whole = await (await tools.api(as, true)).post(path, parsed, key);
  const { version, events } = answer.parse(whole);
  tools
    .output()
    .result(whole, () =>
      words.done(String(version), events.map((e) => e.type).join(', ') || words.nothing),
    );
}
