import type { Db } from '@twinning/engine';
import {
  readFrom,
  type Json,
  type JsonObject,
  type ProvenEvent,
  type Source,
} from '@twinning/event-log';
import {
  attachmentsOf,
  erasedAmong,
  sha256Of,
  type Attachment,
  type Vault,
} from '@twinning/filing';
import type { Member } from './archive.js';
import { leafOf } from './content.js';
import type { CaseDocument, DocumentReason } from './format.js';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Where events name documents: the field, and the key within each object of a list. Part of the format: all verifiers
 * look in these places.
 */
export const NAMES_DOCUMENTS: Readonly<
  Record<string, readonly (readonly [field: string, key?: string])[]>
> = {
  RequestEdited: [['nominees', 'cv']],
  NomineeProposed: [['cv'], ['statement']],
  SignatoryDesignated: [['authority']],
  TpmAssessmentRecorded: [['statistics']],
  TransitionSubmitted: [['papers', 'hash']],
  AppealLodged: [['documents']],
};

/** The documents that the shown fields of these events name, and the versions that name each; first named first. */
export function documentsNamed(
  events: readonly ProvenEvent[],
): ReadonlyMap<string, readonly number[]> {
  const named = new Map<string, readonly number[]>();
  for (const event of events) {
    const { type, version } = leafOf(event);
    const places = Object.hasOwn(NAMES_DOCUMENTS, type) ? (NAMES_DOCUMENTS[type] ?? []) : [];
    for (const [field, key] of places) {
      for (const sha256 of hashesIn(event.fields[field]?.value, key)) {
        const before = named.get(sha256) ?? [];
        if (!before.includes(version)) named.set(sha256, [...before, version]);
      }
    }
  }
  return named;
}

function hashesIn(value: Json | undefined, key: string | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return list
    .map((each) => (key === undefined ? each : (each as JsonObject | null | undefined)?.[key]))
    .filter((each) => typeof each === 'string' && HASH.test(each)) as readonly string[];
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

/** A document of the file, and how to read it: opened when it is asked for, so that one is held at a time. */
export interface PlannedDocument {
  readonly document: CaseDocument;
  /** What becomes of it: with its bytes as a member, or with the reason why there is none. */
  read(): Promise<{ readonly document: CaseDocument; readonly member: Member | null }>;
}

export interface DocumentSources {
  readonly db: Db;
  /** As whom filings are read: what PostgreSQL does not hand out is `NOT_READABLE`. */
  readonly reader: Source;
  /** Without one every document is left out. */
  readonly vault: Pick<Vault, 'get'> | undefined;
}

/** What becomes of each document that the events name. `erased` are those of which the file shows the erasure. */
export async function planDocuments(
  { db, reader, vault }: DocumentSources,
  agreement: string,
  { named, erased }: { readonly named: readonly string[]; readonly erased: ReadonlySet<string> },
): Promise<readonly PlannedDocument[]> {
  if (named.length === 0) return [];
  const seen = await readFrom(reader, (on) => attachmentsOf(on, agreement));
  const all = await attachmentsOf(db, agreement);
  const gone = await erasedAmong(db, named);
  return named.map((sha256): PlannedDocument => {
    const filed = seen.filter((a) => a.sha256 === sha256);
    const isFiled = all.some((a) => a.sha256 === sha256);
    const said = documentOf(sha256, filed);
    const left = (reason: DocumentReason): PlannedDocument => {
      const document = { ...said, file: null, reason };
      return { document, read: () => Promise.resolve({ document, member: null }) };
    };
    if (erased.has(sha256)) return left('ERASED');
    // Erased since the checkpoint: what says so comes after it.
    if (gone.has(sha256)) return left('NOT_FOUND');
    if (!isFiled) return left('NOT_FILED');
    if (filed.length === 0) return left('NOT_READABLE');
    if (vault === undefined) return left('LEFT_OUT');
    return { document: said, read: () => opened(said, vault) };
  });
}

function documentOf(sha256: string, filed: readonly Attachment[]): CaseDocument {
  const [first] = filed;
  const ending = ENDINGS[first?.type ?? ''] ?? 'bin';
  return {
    sha256,
    purposes: [...new Set(filed.map((a) => a.purpose))].sort(),
    type: first?.type ?? null,
    bytes: first?.bytes ?? null,
    file: `documents/${sha256}.${ending}`,
    reason: null,
  };
}

async function opened(document: CaseDocument, vault: Pick<Vault, 'get'>) {
  const without = (reason: DocumentReason) => ({
    document: { ...document, file: null, reason },
    member: null,
  });
  // A file that the vault cannot open is an operator's fault: the record of the agreement is handed out all the same.
  const bytes = await vault.get(document.sha256).catch(() => undefined);
  if (bytes === null) return without('NOT_FOUND');
  if (bytes === undefined || sha256Of(bytes) !== document.sha256) return without('NOT_OPENED');
  return { document, member: { name: document.file ?? '', bytes } };
}
