import { MAY_MOVE, RULESET_IDS } from '@twinning/domain';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import type { Api } from '../api.js';
import { rulesetMovesMessages } from '../messages/ruleset-moves.js';
import type { Tools } from '../tools.js';

interface Asked {
  readonly as: string;
  readonly to: string;
}

const page = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      statusText: z.string(),
      leadAcronym: z.string().nullable(),
      twinnedAcronym: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
type Listed = z.output<typeof page>['items'][number];

const move = z.looseObject({
  from: z.string(),
  to: z.string(),
  refusal: z.object({ code: z.string() }).nullable(),
  sentences: z.array(z.string()),
});
type Move = z.output<typeof move>;

/** `twinning ruleset-moves`: what moving every open agreement to another ruleset would change; nothing is written. */
export function registerRulesetMoves(program: Command, tools: Tools): void {
  const words = rulesetMovesMessages[tools.language];
  program
    .command('ruleset-moves')
    .description(words.about)
    .addOption(new Option('--to <ruleset>', words.to).choices(RULESET_IDS).makeOptionMandatory())
    .option('--as <person>', tools.messages.options.as, 'auditor')
    .action((asked: Asked) => rulesetMoves(tools, asked));
}

/** Every agreement that a ruleset can still be chosen for, page by page. */
async function openAgreements(api: Api): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  let next: string | null = null;
  do {
    const query: string = new URLSearchParams({
      status: MAY_MOVE.join(','),
      limit: '200',
      ...(next !== null && { cursor: next }),
    }).toString();
    const { items, next: following } = page.parse(await api.get(`/v1/agreements?${query}`));
    found.push(...items);
    next = following;
  } while (next !== null);
  return found;
}

async function rulesetMoves(tools: Tools, { as, to }: Asked): Promise<void> {
  const words = rulesetMovesMessages[tools.language];
  const output = tools.output();
  const api = await tools.api(as);
  const open = await openAgreements(api);
  const progress = output.progress(words.reading);
  const moves: { readonly agreement: Listed; readonly move: Move }[] = [];
  for (const [done, agreement] of open.entries()) {
    const path = `/v1/agreements/${encodeURIComponent(agreement.id)}/ruleset-move?to=${to}`;
    moves.push({ agreement, move: move.parse(await api.get(path)) });
    progress(done + 1, open.length);
  }
  const others = moves.filter((one) => one.move.from !== to);
  const refused = others.filter((one) => one.move.refusal !== null);
  const whole = {
    to,
    open: open.length,
    underIt: open.length - others.length,
    refused: refused.length,
    items: others.map((one) => one.move),
  };
  output.result(whole, () =>
    [
      ...others.flatMap(({ agreement: a, move: { from, sentences } }) => [
        `${a.id}  ${a.leadAcronym ?? '–'} → ${a.twinnedAcronym ?? '–'}, ${a.type}, ${a.statusText} (${from})`,
        ...sentences.map((sentence) => `    ${sentence}`),
      ]),
      words.sum(whole),
    ].join('\n'),
  );
}
