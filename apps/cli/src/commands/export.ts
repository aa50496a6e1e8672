import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';

interface ExportOptions {
  readonly as: string;
  readonly output?: string;
  readonly withhold?: string;
}

/** `twinning export`: the case file of an agreement, as the service signs it. */
export function registerExport(program: Command, tools: Tools): void {
  const words = recordMessages[tools.language];
  program
    .command('export')
    .description(words.export)
    .argument('<agreement>', tools.messages.options.agreement)
    .option('-o, --output <file>', words.outputFile)
    .option('--withhold <fields>', words.withhold)
    .option('--as <person>', tools.messages.options.as, 'auditor')
    .action((agreement: string, options: ExportOptions) => exportCase(tools, agreement, options));
}

async function exportCase(tools: Tools, agreement: string, options: ExportOptions): Promise<void> {
  const { as, output, withhold } = options;
  const file = output ?? `case-${agreement}.zip`;
  const query = withhold === undefined ? '' : `?${new URLSearchParams({ withhold }).toString()}`;
  const api = await tools.api(as);
  const bytes = await api.bytes(
    `/v1/agreements/${encodeURIComponent(agreement)}/case-file${query}`,
  );
  await writeFile(file, bytes);
  tools
    .output()
    .result({ file, bytes: bytes.length }, () =>
      recordMessages[tools.language].written(file, bytes.length),
    );
}
