import { isRefusal, REGISTRY, type Participation, type Refusal } from '@twinning/domain';
import type { JsonObject } from '@twinning/event-log';
import { readCsv, type BadRow, type CsvRow } from '@twinning/registry';
import type { Pair } from '@twinning/read-model';
import type { BadLine } from './bad-line.js';
import { hashOf } from './commands.js';
import type { Db, Trx } from './database.js';
import { refusalIn, type ParticipationService } from './participation-service.js';
import type {
  DecidedParticipationCommand,
  NewParticipationCommand,
} from './participation-store.js';

/** Columns of the file; `kind`, `date`, `value` and `reference` may be empty where a fact has none. */
export const PARTICIPATION_COLUMNS = [
  'fact',
  'member',
  'committee',
  'id',
  'kind',
  'date',
  'value',
  'reference',
] as const;

export type ParticipationImport =
  | {
      readonly kind: 'IMPORTED';
      /** Lines taken in, and of them those that told something new. */
      readonly lines: number;
      readonly changed: number;
      readonly skipped: readonly BadLine[];
    }
  | { readonly kind: 'REFUSED'; readonly code: 'BAD_ROWS'; readonly badLines: readonly BadLine[] };

interface Line {
  readonly line: number;
  readonly pair: Pair;
  readonly type: string;
  readonly payload: JsonObject;
}

const bad = (
  line: number,
  field: string,
  reason: BadRow['reason'],
  value: string,
): BadLine & BadRow => ({
  line,
  field,
  reason,
  code: reason,
  value: value.slice(0, 80),
  id: null,
});

const isBad = (read: Line | BadLine): read is BadLine => 'code' in read;

const YES: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** One fact as a command of lifecycle.md B6; the decider checks kinds, dates and references. */
function command(row: CsvRow): { readonly type: string; readonly payload: JsonObject } | BadLine {
  const { fact = '', id = '', kind = '', date = '', value = '', reference = '' } = row.cells;
  switch (fact) {
    case 'ballot':
      return {
        type: 'RecordBallotFact',
        payload: { ballot: id, kind, closesOn: date, guide: value === 'guide', reference },
      };
    case 'vote':
      return { type: 'RecordVoteFact', payload: { ballot: id, choice: value } };
    case 'meeting':
    case 'expert': {
      const is = YES[value];
      if (is === undefined) return bad(row.line, 'value', 'NOT_YES_OR_NO', value);
      return fact === 'meeting'
        ? {
            type: 'RecordMeetingFact',
            payload: { meeting: id, on: date, contributed: is, reference },
          }
        : { type: 'RecordExpertFact', payload: { expert: id, active: is, reference } };
    }
    default:
      return bad(row.line, 'fact', 'UNKNOWN_FACT', fact);
  }
}

function readLine(row: CsvRow): Line | BadLine {
  for (const field of ['member', 'committee'] as const) {
    const value = row.cells[field] ?? '';
    if (!/^[1-9]\d{0,9}$/.test(value)) return bad(row.line, field, 'NOT_AN_ID', value);
  }
  const read = command(row);
  if ('code' in read) return read;
  const pair = { member: Number(row.cells.member), committee: Number(row.cells.committee) };
  return { line: row.line, pair, ...read };
}

/** The file is no table with these columns: which of its lines are good cannot be told. */
const spoilsAll = ({ reason }: BadRow): boolean =>
  reason === 'BROKEN_CSV' || reason === 'COLUMN_MISSING';

class Undone extends Error {}

/** With `skipBad`: lines that are recorded under one lock, so that others wait no longer than for these. */
const BATCH = 50;

/**
 * Takes a file of facts in (ballots, votes, meetings, experts): whole, in one transaction, or not at all when a line is bad
 * (lifecycle.md B6). All lines are judged before anything is recorded, without a lock, and once more under it. With
 * `skipBad` the good lines of a readable table are taken, in batches. Pairs without a record get one. The same file again,
 * also one that was killed half-way, changes nothing twice: a line's command id is made of the file's hash.
 */
export async function importParticipation(
  db: Db,
  service: ParticipationService,
  text: string,
  options: {
    readonly skipBad: boolean;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<ParticipationImport> {
  const { rows, badRows } = readCsv(text, PARTICIPATION_COLUMNS);
  const read = rows.map(readLine);
  const badLines: BadLine[] = [
    ...badRows.map((row) => ({ ...row, code: row.reason })),
    ...read.filter(isBad),
  ];
  if (badRows.some(spoilsAll)) return refused(badLines);
  const lines = read.filter((line) => !isBad(line)) as Line[];
  // Others wait for a whole file: what is not whole is not in the record.
  const size = options.skipBad ? BATCH : Math.max(lines.length, 1);
  const file = hashOf({ participation: text });
  if (!options.skipBad) {
    badLines.push(...(await foreseen(service, file, lines)));
    if (badLines.length > 0) return refused(badLines);
  }
  let changed = 0;
  try {
    for (let from = 0; from < lines.length; from += size) {
      const batch = lines.slice(from, from + size);
      changed += await db.transaction().execute(async (trx) => {
        const { news, bad: worse } = await takeBatch(trx, service, file, batch, (done) => {
          options.onProgress?.(from + done, lines.length);
        });
        badLines.push(...worse);
        if (worse.length > 0 && !options.skipBad) throw new Undone();
        return news;
      });
    }
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return refused(badLines);
  }
  const taken = lines.length - badLines.filter((b) => 'refusal' in b).length;
  return { kind: 'IMPORTED', lines: taken, changed, skipped: inOrder(badLines) };
}

const inOrder = (lines: readonly BadLine[]): readonly BadLine[] =>
  lines.toSorted((a, b) => a.line - b.line);

const refused = (badLines: readonly BadLine[]): ParticipationImport => ({
  kind: 'REFUSED',
  code: 'BAD_ROWS',
  badLines: inOrder(badLines),
});

const refusedLine = (line: number, refusal: Refusal): BadLine => ({
  line,
  code: refusal.refused,
  refusal,
});

const pairText = ({ member, committee }: Pair): string => `${String(member)}/${String(committee)}`;

const commandOf = (
  file: string,
  pair: Pair,
  key: string,
  type: string,
  payload: JsonObject,
): NewParticipationCommand => ({
  key: `participation-import/${file}/${key}`,
  ...pair,
  type,
  payload,
  principal: REGISTRY,
  correlation: `participation-import/${file.slice(0, 16)}`,
});

const opening = (file: string, pair: Pair): NewParticipationCommand =>
  commandOf(file, pair, `open/${pairText(pair)}`, 'OpenParticipation', { ...pair });

const telling = (file: string, { line, pair, type, payload }: Line): NewParticipationCommand =>
  commandOf(file, pair, String(line), type, payload);

/** The lines that rules would refuse if all were taken in now, one after the other. */
async function foreseen(
  service: ParticipationService,
  file: string,
  lines: readonly Line[],
): Promise<readonly BadLine[]> {
  const states = new Map<string, Participation>();
  const badLines: BadLine[] = [];
  for (const line of lines) {
    const at = pairText(line.pair);
    let state: Participation | Refusal | undefined = states.get(at);
    state ??= await service.foresee(await service.peek(line.pair), opening(file, line.pair));
    if (!isRefusal(state)) {
      states.set(at, state);
      state = await service.foresee(state, telling(file, line));
    }
    if (isRefusal(state)) badLines.push(refusedLine(line.line, state));
    else states.set(at, state);
  }
  return badLines;
}

async function takeBatch(
  trx: Trx,
  service: ParticipationService,
  file: string,
  lines: readonly Line[],
  told: (done: number) => void,
): Promise<{ readonly news: number; readonly bad: readonly BadLine[] }> {
  const opened = new Set<string>();
  const badLines: BadLine[] = [];
  let news = 0;
  for (const [index, line] of lines.entries()) {
    const { outcome, repeated } = await take(trx, service, file, line, opened);
    if (!outcome.accepted) badLines.push(refusedLine(line.line, refusalIn(outcome)));
    else news += !repeated && outcome.events.length > 0 ? 1 : 0;
    if ((index + 1) % BATCH === 0 || index + 1 === lines.length) told(index + 1);
  }
  return { news, bad: badLines };
}

async function take(
  trx: Trx,
  service: ParticipationService,
  file: string,
  line: Line,
  opened: Set<string>,
): Promise<DecidedParticipationCommand> {
  const send = async (command: NewParticipationCommand) => {
    const decided = await service.handleIn(trx, command);
    if (decided === null)
      throw new Error(`Line ${String(line.line)} has the id of another command.`);
    return decided;
  };
  const at = pairText(line.pair);
  if (!opened.has(at)) {
    const open = await send(opening(file, line.pair));
    if (!open.outcome.accepted) return open;
    opened.add(at);
  }
  return send(telling(file, line));
}
