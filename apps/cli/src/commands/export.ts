import type { Command } from 'commander';
import { claimedCheckpoint } from '@twinning/event-log';
import { EXIT, Failure } from '../failure.js';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';
import { heldIn } from './verify-record.js';

interface ExportOptions {
  readonly as: string;
  readonly output?: string;
  readonly withhold?: string;
  readonly checkpoint: readonly string[];
  readonly documents: boolean;
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
    .option(
      '--checkpoint <file>',
      words.exportSince,
      (file: string, all: string[]) => [...all, file],
      [],
    )
    .option('--no-documents', words.noDocuments)
    .option('--as <person>', tools.messages.options.as, 'auditor')
    .action((agreement: string, options: ExportOptions) => exportCase(tools, agreement, options));
}

async function exportCase(tools: Tools, agreement: string, options: ExportOptions): Promise<void> {
  const { as, output, withhold, checkpoint, documents } = options;
  const file = output ?? `case-${agreement}.zip`;
  const sizes = await Promise.all(checkpoint.map((kept) => sizeIn(tools, kept)));
  const asked = new URLSearchParams({
    ...(withhold !== undefined && { withhold }),
    ...(!documents && { documents: 'none' }),
    ...(sizes.length > 0 && { since: sizes.join(',') }),
  });
  const api = await tools.api(as);
  const bytes = await api.download(
    `/v1/agreements/${encodeURIComponent(agreement)}/case-file?${asked.toString()}`,
    file,
  );
  tools.output().result({ file, bytes }, () => recordMessages[tools.language].written(file, bytes));
}

/** The size of a checkpoint that somebody kept: the file will show that the record continues it. */
async function sizeIn(tools: Tools, file: string): Promise<string> {
  const { note } = await heldIn(tools, file);
  try {
    return String(claimedCheckpoint(note).size);
  } catch {
    const words = recordMessages[tools.language];
    throw new Failure(words.unreadable(file, words.notNote), null, EXIT.usage);
  }
}
