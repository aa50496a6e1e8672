import type { Json, JsonObject, ProvenEvent } from '@twinning/event-log';

// The names and fields below are the format of case files, described in docs/record.md: a change is a new number.
export const FORMAT = 'twinning-case-file/2';
/** Files of before documents and cosignatures were in them are checked like the others, without these two claims. */
export const FIRST_FORMAT = 'twinning-case-file/1';

export const FILES = {
  readme: 'README.txt',
  accountEn: 'account.en.html',
  accountFr: 'account.fr.html',
  page: 'verify.html',
  script: 'verify.py',
  checkpoint: 'checkpoint.txt',
  key: 'key.txt',
  events: 'events.json',
  commands: 'commands.json',
  manifest: 'manifest.json',
  seal: 'manifest.sig',
} as const;

/** Notes that lead from one signing key of the record to the next (a JSON array), when it has had several. */
export const KEY_CHANGES = 'key-changes.json';

/** Proofs that the record continues earlier ones of its sizes, when they were asked for. */
export const CONTINUES = 'continues.json';

/** `continues.json`, or an entry of it where it is a list: a consistency proof (RFC 9162, base64) from `size` to the size of
 * `checkpoint.txt`. */
export interface Continuation {
  readonly size: number;
  readonly proof: readonly string[];
}

/** Documents that the agreement's events name (`CaseDocument`), and cosigned checkpoints (`Cosigned`): JSON arrays. */
export const DOCUMENTS = 'documents.json';
export const WITNESSES = 'witnesses.json';

/** Files that every case file has; key changes, a continuation, `temporal/*.json` and `documents/*` may follow. */
export const requiredIn = (format: string): readonly string[] => [
  ...Object.values(FILES),
  ...(format === FIRST_FORMAT ? [] : [DOCUMENTS, WITNESSES]),
];
export const isKnown = (name: string, format: string): boolean =>
  requiredIn(format).includes(name) ||
  name === KEY_CHANGES ||
  name === CONTINUES ||
  isHistory(name) ||
  (format !== FIRST_FORMAT && isDocument(name));
const isHistory = (name: string): boolean => /^temporal\/[A-Za-z0-9_-]+\.json$/.test(name);
export const isDocument = (name: string): boolean =>
  /^documents\/[0-9a-f]{64}\.[a-z]{3,4}$/.test(name);

/** Why a document is not in the file: its hash stands in the events all the same. */
export const DOCUMENT_REASONS = [
  'LEFT_OUT',
  'ERASED',
  'NOT_READABLE',
  'NOT_FILED',
  'NOT_FOUND',
  'NOT_OPENED',
] as const;
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];

/** A document that an event of the agreement names by its hash. */
export interface CaseDocument {
  readonly sha256: string;
  /** What it was filed as; empty when nobody filed it to the agreement, or the reader does not see that. */
  readonly purposes: readonly string[];
  readonly type: string | null;
  readonly bytes: number | null;
  /** The member that holds it; null when it is left out, then `reason` says why. */
  readonly file: string | null;
  readonly reason: DocumentReason | null;
}

/** A checkpoint of the record with cosignatures, and the consistency proof (base64) from it to `checkpoint.txt`. */
export interface Cosigned {
  readonly note: string;
  readonly proof: readonly string[];
}

/** `manifest.json`, in canonical form (RFC 8785): every field is checked against the rest of the file. */
export interface Manifest {
  readonly format: typeof FORMAT | typeof FIRST_FORMAT;
  readonly agreement: string;
  /** Name of the record, as its checkpoints and its first leaf bear it. */
  readonly origin: string;
  /** Size of the tree of `checkpoint.txt`. */
  readonly size: number;
  /** Number of the agreement's events, and of its refusals. */
  readonly version: number;
  readonly refusals: number;
  /** SHA-256 (hexadecimal) of every file but the manifest and its seal. */
  readonly files: Readonly<Record<string, string>>;
}

/** What the record's key signs over a manifest: a note that no checkpoint can be taken for. */
export const sealText = (manifest: Manifest, sha256: string): string =>
  `${manifest.origin}/case-file\n${manifest.agreement}\n${sha256}\n`;

/** `events.json`: the record's first leaf, the agreement's events, and what was refused. */
export interface CaseEvents {
  readonly log: readonly ProvenEvent[];
  readonly agreement: readonly ProvenEvent[];
  readonly refusals: readonly ProvenEvent[];
  /** Erasures of persons that destroyed files which these events name; left out when there is none. */
  readonly erasures?: readonly ProvenEvent[];
  /**
   * Every change of the record's signing key up to the checkpoint: which key was good for which sizes. Left out when there
   * is none, and in files of earlier releases.
   */
  readonly keys?: readonly ProvenEvent[];
}

/** A command of `commands.json`, as it was asked and answered. */
export interface CaseCommand {
  readonly id: string;
  readonly type: string;
  readonly payload: Json;
  readonly principal: JsonObject & { readonly person: string };
  readonly expectedVersion: number | null;
  readonly occurredOn: string | null;
  readonly correlation: string;
  readonly receivedAt: string;
  /** SHA-256 over the canonical JSON of agreement (null when the command opened it), type, payload and person. */
  readonly requestHash: string;
  readonly outcome: CaseOutcome | null;
}

export type CaseOutcome =
  | {
      readonly accepted: true;
      readonly version: number;
      readonly decidedAt: string;
      readonly events: readonly { readonly index: number; readonly type: string }[];
    }
  | {
      readonly accepted: false;
      readonly version: number;
      readonly decidedAt: string;
      readonly code: string;
      readonly clause: string;
      readonly details: Json;
      readonly index: number | null;
    };
