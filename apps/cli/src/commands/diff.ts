import type { Command } from 'commander';
import { z } from 'zod';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';

interface DiffOptions {
  readonly as: string;
  readonly from: string;
  readonly to?: string;
}

const changes = z.array(z.object({ about: z.string(), text: z.string() }));
const one = z.object({
  changes,
  events: z.array(z.object({ version: z.number(), occurredAt: z.string(), text: z.string() })),
});
const all = z.object({ items: z.array(z.object({ agreement: z.string(), changes })) });

/** `twinning diff`: what changed between two moments, of one agreement or of the whole programme. */
export function registerDiff(program: Command, tools: Tools): void {
  const words = recordMessages[tools.language];
  program
    .command('diff')
    .description(words.diff)
    .argument('<agreement>', words.agreementOrProgramme)
    .requiredOption('--from <moment>', words.from)
    .option('--to <moment>', words.to)
    .option('--as <person>', tools.messages.options.as, 'auditor')
    .action((agreement: string, options: DiffOptions) => diff(tools, agreement, options));
}

async function diff(tools: Tools, agreement: string, options: DiffOptions): Promise<void> {
  const { from, to, as } = options;
  const query = new URLSearchParams({ from, ...(to !== undefined && { to }) }).toString();
  const api = await tools.api(as);
  const output = tools.output();
  const { nothingChanged } = recordMessages[tools.language];
  const orNothing = (lines: readonly string[]) =>
    lines.length === 0 ? nothingChanged : lines.join('\n');
  if (agreement === 'programme') {
    const answer = all.parse(await api.get(`/v1/difference?${query}`));
    output.result(answer, () =>
      orNothing(answer.items.flatMap((i) => [i.agreement, ...i.changes.map((c) => `  ${c.text}`)])),
    );
    return;
  }
  const path = `/v1/agreements/${encodeURIComponent(agreement)}/difference?${query}`;
  const whole = await api.get(path);
  const answer = one.parse(whole);
  output.result(whole, () =>
    orNothing([
      ...answer.changes.map((c) => c.text),
      ...answer.events.map(
        (e) => `  ${e.occurredAt.slice(0, 10)}  v${String(e.version)}  ${e.text}`,
      ),
    ]),
  );
}
