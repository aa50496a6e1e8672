import {
  readFrom,
  type Actor,
  type Connection,
  type EventLog,
  type Source,
} from '@twinning/event-log';
import { sql } from 'kysely';

/** A paper that was handed out; `index` is its event's place in the record. */
export interface IssuedPaper {
  readonly sha256: string;
  readonly agreement: string;
  readonly kind: string;
  readonly language: string;
  readonly version: number;
  /** Hash of the text that the paper shows, where it shows a document. */
  readonly textHash: string | null;
  readonly index: number;
  readonly issuedAt: string;
}

export type NewPaper = Omit<IssuedPaper, 'index' | 'issuedAt'> & {
  readonly bytes: number;
  readonly actor: Actor;
  /** The reader's body, or the person who delegated what they read with. */
  readonly onBehalfOf: number | string | null;
  /** RFC 3339. */
  readonly at: string;
  readonly correlation: string;
  readonly ruleset: string;
};

interface Row {
  readonly sha256: string;
  readonly agreement: string;
  readonly kind: string;
  readonly language: string;
  readonly version: number;
  readonly text_hash: string | null;
  readonly log_index: string;
  readonly issued_at: Date;
}

const toPaper = (row: Row): IssuedPaper => ({
  sha256: row.sha256,
  agreement: row.agreement,
  kind: row.kind,
  language: row.language,
  version: row.version,
  textHash: row.text_hash,
  index: Number(row.log_index),
  issuedAt: row.issued_at.toISOString(),
});

export const paperStream = (agreement: string): string => `papers/${agreement}`;

export async function findPaper(from: Source, sha256: string): Promise<IssuedPaper | null> {
  const query = sql<Row>`SELECT * FROM filing.paper WHERE sha256 = ${sha256}`;
  const { rows } = await readFrom(from, (on) => query.execute(on));
  return rows[0] === undefined ? null : toPaper(rows[0]);
}

/** The papers of an agreement that were handed out, oldest first. */
export async function papersOf(from: Source, agreement: string): Promise<readonly IssuedPaper[]> {
  const query = sql<Row>`
    SELECT * FROM filing.paper WHERE agreement = ${agreement} ORDER BY log_index`;
  const { rows } = await readFrom(from, (on) => query.execute(on));
  return rows.map(toPaper);
}

/**
 * Writes the hash of a file into the record the first time that it is handed out; the same file again appends nothing.
 * Inside the caller's transaction, which takes the head of the log.
 */
export async function issuePaper(
  trx: Connection,
  log: EventLog,
  paper: NewPaper,
): Promise<IssuedPaper> {
  const head = await log.lockHead(trx);
  const known = await findPaper(trx, paper.sha256);
  if (known !== null) return known;
  const { sha256, agreement, kind, language, version, textHash, bytes } = paper;
  const [event] = await log.append(
    trx,
    {
      stream: paperStream(agreement),
      events: [
        {
          type: 'PaperIssued',
          schemaVersion: 1,
          occurredAt: paper.at,
          payload: { sha256, kind, language, version, textHash, bytes },
        },
      ],
      actor: paper.actor,
      onBehalfOf: paper.onBehalfOf,
      commandId: null,
      causationId: null,
      correlationId: paper.correlation,
      ruleset: paper.ruleset,
    },
    head,
  );
  if (event === undefined) throw new Error('The log took no event of the paper.');
  await sql`
    INSERT INTO filing.paper (sha256, agreement, kind, language, version, text_hash, log_index, issued_at)
    VALUES (${sha256}, ${agreement}, ${kind}, ${language}, ${version}, ${textHash}, ${event.index},
            ${event.recordedAt})`.execute(trx);
  return {
    sha256,
    agreement,
    kind,
    language,
    version,
    textHash,
    index: event.index,
    issuedAt: event.recordedAt,
  };
}
