import { REGISTRY, refusalText, type Language, type Refusal } from '@twinning/domain';
import type { JsonObject } from '@twinning/event-log';
import { describeBadRow, readCsv, type BadRow, type CsvRow } from '@twinning/registry';
import type { Pair } from '@twinning/read-model';
import { hashOf, type StoredOutcome } from './commands.js';
import type { Db, Trx } from './database.js';
import type { ParticipationService } from './participation-service.js';
import type { DecidedParticipationCommand } from './participation-store.js';

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

/** A line that cannot be taken in: not readable, or refused by a rule. */
export type BadLine =
  | (BadRow & { readonly code: BadRow['reason'] })
  | { readonly line: number; readonly code: Refusal['refused']; readonly refusal: Refusal };

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

class Undone extends Error {}

/**
 * Takes a file of facts in (ballots, votes, meetings, experts), whole or not at all; with `skipBad` the good lines.
 * Pairs without a record get one. The same file again changes nothing: a line's command id is made of the file's hash.
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
  const lines = read.filter((line) => !isBad(line)) as Line[];
  if (badLines.length > 0 && !options.skipBad) {
    return { kind: 'REFUSED', code: 'BAD_ROWS', badLines: inOrder(badLines) };
  }
  let changed = 0;
  const file = hashOf({ participation: text });
  try {
    await db.transaction().execute(async (trx) => {
      const opened = new Set<string>();
      for (const [done, line] of lines.entries()) {
        const { outcome, repeated } = await take(trx, service, file, line, opened);
        if (outcome.accepted) changed += !repeated && outcome.events.length > 0 ? 1 : 0;
        else badLines.push(refusedLine(line.line, outcome));
        options.onProgress?.(done + 1, lines.length);
      }
      if (badLines.length > 0 && !options.skipBad) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return { kind: 'REFUSED', code: 'BAD_ROWS', badLines: inOrder(badLines) };
  }
  const taken = lines.length - badLines.filter((b) => 'refusal' in b).length;
  return { kind: 'IMPORTED', lines: taken, changed, skipped: inOrder(badLines) };
}

const inOrder = (lines: readonly BadLine[]): readonly BadLine[] =>
  lines.toSorted((a, b) => a.line - b.line);

const refusedLine = (line: number, outcome: StoredOutcome & { accepted: false }): BadLine => {
  const { code, clause, details } = outcome;
  const refusal = { refused: code, clause, details } as Refusal;
  return { line, code: refusal.refused, refusal };
};

async function take(
  trx: Trx,
  service: ParticipationService,
  file: string,
  { line, pair, type, payload }: Line,
  opened: Set<string>,
): Promise<DecidedParticipationCommand> {
  const at = `${String(pair.member)}/${String(pair.committee)}`;
  const send = async (key: string, what: string, given: JsonObject) => {
    const decided = await service.handleIn(trx, {
      key: `participation-import/${file}/${key}`,
      ...pair,
      type: what,
      payload: given,
      principal: REGISTRY,
      correlation: `participation-import/${file.slice(0, 16)}`,
    });
    if (decided === null) throw new Error(`Line ${String(line)} has the id of another command.`);
    return decided;
  };
  if (!opened.has(at)) {
    const open = await send(`open/${at}`, 'OpenParticipation', pair as unknown as JsonObject);
    if (!open.outcome.accepted) return open;
    opened.add(at);
  }
  return send(String(line), type, payload);
}

/** The bad line in a sentence. */
export const describeBadLine = (bad: BadLine, language: Language): string => {
  if (!('refusal' in bad)) return describeBadRow(bad, language);
  const { title, help } = refusalText(bad.refusal, language);
  return language === 'en'
    ? `Line ${String(bad.line)}: ${title} ${help}`
    : `Ligne ${String(bad.line)}\u00a0: ${title} ${help}`;
};
