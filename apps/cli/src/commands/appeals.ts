import type { Command } from 'commander';
import { z } from 'zod';
import { appealsMessages } from '../messages/appeals.js';
import { table } from '../output.js';
import type { Tools } from '../tools.js';

const listed = z.object({
  items: z.array(
    z.object({
      agreement: z.string(),
      leadAcronym: z.string().nullable(),
      twinnedAcronym: z.string().nullable(),
      committeeReference: z.string().nullable(),
      decisions: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          body: z.string(),
          decidedOn: z.string(),
          until: z.string(),
          final: z.boolean(),
        }),
      ),
      appeals: z.array(z.object({ id: z.string(), decision: z.string().nullable() })),
    }),
  ),
});
type Item = z.output<typeof listed>['items'][number];

/** `twinning agreements appeals`: what a P-member of the committee that is no party may appeal against. */
export function registerAppeals(agreements: Command, tools: Tools): void {
  agreements
    .command('appeals')
    .description(appealsMessages[tools.language].about)
    .requiredOption('--as <person>', tools.messages.options.asActor)
    .action(({ as }: { readonly as: string }) => appeals(tools, as));
}

async function appeals(tools: Tools, as: string): Promise<void> {
  const words = appealsMessages[tools.language];
  const whole = await (await tools.api(as)).get('/v1/appeals');
  const { items } = listed.parse(whole);
  const decisionsOf = ({ decisions, appeals: own }: Item): string =>
    [
      ...decisions.map(({ id, kind, body, decidedOn, until, final }) =>
        [
          `${id} ${words.decided(words.kinds[kind] ?? kind, body, decidedOn)}`,
          final ? words.final : words.until(until),
        ].join(': '),
      ),
      ...(decisions.length === 0 ? [words.undecided] : []),
      ...(own.length === 0 ? [] : [words.own(own.map(({ id }) => id).join(', '))]),
    ].join('; ');
  const { agreement, partners, committee, decision } = words.heads;
  const rows = items.map((item) => [
    item.agreement,
    `${item.leadAcronym ?? '–'} – ${item.twinnedAcronym ?? '–'}`,
    item.committeeReference ?? '–',
    decisionsOf(item),
  ]);
  tools
    .output()
    .result(whole, () =>
      items.length === 0
        ? words.none
        : table([[agreement, partners, committee, decision], ...rows]),
    );
}
