import { sql } from 'kysely';
import type { Connection } from './connection.js';

/** What a file is for: the domain's purposes, by whom each is filed and read is not for the store to say. */
export const PURPOSES = ['CV', 'STATEMENT', 'AUTHORITY', 'MINUTES', 'EVIDENCE', 'OTHER'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Bytes that one agreement may hold in all. */
export const MAX_AGREEMENT_BYTES = 500 * 1024 * 1024;

export interface Attachment {
  readonly sha256: string;
  readonly purpose: Purpose;
  readonly type: string;
  readonly bytes: number;
  readonly person: string;
  readonly member: number | null;
  /** The person whose role it was; null where it was the person's own. */
  readonly onBehalfOf: string | null;
  readonly filedAt: string;
}

interface Row extends Omit<Attachment, 'filedAt' | 'onBehalfOf'> {
  readonly on_behalf_of: string | null;
  readonly filed_at: Date;
}

const toAttachment = ({
  sha256,
  purpose,
  type,
  bytes,
  person,
  member,
  on_behalf_of,
  filed_at,
}: Row): Attachment => ({
  ...{ sha256, purpose, type, bytes, person, member },
  onBehalfOf: on_behalf_of,
  filedAt: filed_at.toISOString(),
});

/** The files of an agreement, oldest first. */
export async function attachmentsOf(
  db: Connection,
  agreement: string,
): Promise<readonly Attachment[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM filing.attachment WHERE agreement = ${agreement}
     ORDER BY filed_at, sha256`.execute(db);
  return rows.map(toAttachment);
}

/** How these files were filed to an agreement, by whom and as what; one that nobody filed to it is absent. */
export async function filedAmong(
  db: Connection,
  agreement: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly Pick<Attachment, 'purpose' | 'member'>[]>> {
  const { rows } = await sql<Pick<Attachment, 'sha256' | 'purpose' | 'member'>>`
    SELECT DISTINCT sha256, purpose, member FROM filing.attachment
     WHERE agreement = ${agreement} AND sha256 = ANY(${files}::text[])
     ORDER BY sha256, purpose, member`.execute(db);
  return new Map(
    files.flatMap((file) => {
      const filed = rows.filter(({ sha256 }) => sha256 === file);
      const said = filed.map(({ purpose, member }) => ({ purpose, member }));
      return said.length === 0 ? [] : [[file, said]];
    }),
  );
}

type Filing = Omit<Attachment, 'filedAt' | 'onBehalfOf'> & Partial<Pick<Attachment, 'onBehalfOf'>>;

/** Notes a file as the agreement's. Noting it again changes nothing; others, and for something else, note it beside. */
export async function fileAttachment(
  db: Connection,
  agreement: string,
  { sha256, purpose, type, bytes, person, member, onBehalfOf = null }: Filing,
): Promise<void> {
  await sql`
    INSERT INTO filing.attachment (agreement, sha256, purpose, type, bytes, person, member, on_behalf_of)
    VALUES (${agreement}, ${sha256}, ${purpose}, ${type}, ${bytes}, ${person}, ${member}, ${onBehalfOf})
    ON CONFLICT DO NOTHING`.execute(db);
}
