import { Option, type Command } from 'commander';
import { z } from 'zod';
import { partnersMessages } from '../messages/partners.js';
import { numberFrom } from '../number-option.js';
import type { Tools } from '../tools.js';

interface Asked {
  readonly as: string;
  readonly twinned: number;
  readonly committee: number;
  readonly type: string;
  readonly workingGroup?: string;
  readonly limit: number;
  readonly weights?: string;
}

const answer = z.object({
  candidates: z.number(),
  items: z.array(
    z.object({
      rank: z.number(),
      acronym: z.string(),
      country: z.string().nullable(),
      score: z.number(),
      components: z.array(z.object({ points: z.number(), of: z.number(), text: z.string() })),
    }),
  ),
  taken: z.object({ title: z.string(), help: z.string() }).nullable(),
  excluded: z.array(z.object({ code: z.string(), count: z.number(), title: z.string() })),
  notices: z.array(z.string()),
});

const TYPES = ['P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'];

/** `twinning partners`: leads for a twinning, with the reasons. */
export function registerPartners(program: Command, tools: Tools): void {
  const words = partnersMessages[tools.language];
  const whole = numberFrom(1, { whole: true });
  program
    .command('partners')
    .description(words.about)
    .requiredOption('--twinned <id>', words.twinned, whole)
    .requiredOption('--committee <id>', words.committee, whole)
    .addOption(new Option('--type <type>', words.type).choices(TYPES).default('P_MEMBER'))
    .option('--working-group <name>', words.workingGroup)
    .option('--limit <n>', words.limit, whole, 10)
    .option('--weights <list>', words.weights)
    .option('--as <person>', tools.messages.options.as, 'auditor')
    .action((asked: Asked) => partners(tools, asked));
}

async function partners(tools: Tools, { as, ...asked }: Asked): Promise<void> {
  const words = partnersMessages[tools.language];
  const { twinned, committee, type, workingGroup, limit, weights } = asked;
  const query = new URLSearchParams({
    twinned: String(twinned),
    committee: String(committee),
    type,
    limit: String(limit),
    ...(workingGroup !== undefined && { workingGroup }),
    ...(weights !== undefined && { weights }),
  });
  const api = await tools.api(as);
  const told = await api.get(`/v1/matching?${query.toString()}`);
  const { candidates, items, taken, excluded, notices } = answer.parse(told);
  tools
    .output()
    .result(told, () =>
      [
        taken !== null
          ? `${taken.title} ${taken.help}`
          : items.length === 0
            ? words.nobody
            : words.candidates(String(items.length), String(candidates)),
        ...items.flatMap((item) => [
          `${String(item.rank)}. ${item.acronym} (${item.country ?? '–'}): ${String(item.score)}`,
          ...item.components.map(
            (c) => `    ${words.points(String(c.points), String(c.of))}  ${c.text}`,
          ),
        ]),
        ...excluded.map((e) => words.excluded(String(e.count), e.title, e.code)),
        ...notices,
      ].join('\n'),
    );
}
