import { cosignatures, keepCosigned, readNote, type Verifier } from '@twinning/event-log';
import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.js';
import { recordKeepingMessages } from '../messages/record-keeping.js';
import { recordMessages } from '../messages/record.js';
import type { Tools } from '../tools.js';
import { genesisOf } from './record-keeping.js';
import { withLog } from './surroundings.js';
import { heldIn } from './verify-record.js';
import { keysFrom } from './verify.js';

const PATIENCE_MS = 30_000;
/** A checkpoint with many cosignatures has some kilobytes. */
const MAX_NOTE_BYTES = 64 * 1024;

/** `twinning record cosigned`: keeps what witnesses cosigned, so that case files bear it. */
export function registerCosigned(group: Command, tools: Tools): void {
  const words = recordKeepingMessages[tools.language];
  group
    .command('cosigned')
    .description(words.keepCosigned)
    .argument('<places...>', words.cosignedPlaces)
    .requiredOption(
      '--witness <key>',
      words.cosignedBy,
      (key: string, all: string[] | undefined) => [...(all ?? []), key],
    )
    .action((places: readonly string[], { witness }: { readonly witness: readonly string[] }) =>
      keep(tools, places, keysFrom(tools, witness, '--witness')),
    );
}

async function keep(
  tools: Tools,
  places: readonly string[],
  witnesses: readonly Verifier[],
): Promise<void> {
  const words = recordKeepingMessages[tools.language];
  const kept: { readonly place: string; readonly witness: string; readonly size: number }[] = [];
  await withLog(tools, async ({ db, log }) => {
    const { origin } = await genesisOf({ db, log });
    for (const place of places) {
      const note = await noteAt(tools, place);
      try {
        // Read before anything is kept: a note that is none is refused whole.
        readNote(note);
        const own = witnesses.filter((witness) => cosignatures(note, witness).length > 0);
        if (own.length === 0) throw new Error(words.noneCosigned);
        for (const witness of own) {
          const size = await keepCosigned(db, note, { origin, witness });
          kept.push({ place, witness: witness.name, size });
        }
      } catch (error) {
        throw new Failure(words.notKept(place, (error as Error).message), null, EXIT.failed);
      }
    }
  });
  tools
    .output()
    .result({ kept }, () =>
      kept.map(({ witness, size }) => words.cosignedKept(witness, size)).join('\n'),
    );
}

/** The note in a file, or where a witness publishes it. */
async function noteAt(tools: Tools, place: string): Promise<string> {
  if (!/^https?:\/\//.test(place)) return (await heldIn(tools, place)).note;
  const words = recordMessages[tools.language];
  try {
    const response = await fetch(place, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    if (text.length > MAX_NOTE_BYTES) throw new Error(words.notNote);
    return text;
  } catch (error) {
    throw new Failure(words.unreadable(place, (error as Error).message), null, EXIT.failed);
  }
}
