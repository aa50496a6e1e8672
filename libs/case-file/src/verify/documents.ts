import type { Member } from '../archive.js';
import { sha256 } from '../build.js';
import { documentsNamed } from '../documents.js';
import { DOCUMENT_REASONS, isDocument, type CaseDocument, type CaseEvents } from '../format.js';
import type { CaseFault, ErasedFile } from './claims.js';

/** Whether this is a list of documents as `documents.json` has it. */
export const isDocumentList = (value: unknown): value is readonly CaseDocument[] =>
  Array.isArray(value) &&
  value.every((each: Partial<CaseDocument> | null) => {
    const { sha256: hash, file, reason } = each ?? {};
    const isTextOrNull = (field: unknown) => field === null || typeof field === 'string';
    return typeof hash === 'string' && isTextOrNull(file) && isTextOrNull(reason);
  });

/**
 * Holds the documents of a case file to the hashes that its events name: each there or listed with the reason why not,
 * none beside them, and every byte the one that was hashed.
 */
export function checkDocuments(
  members: readonly Member[],
  listed: readonly CaseDocument[],
  { events, erased }: { readonly events: CaseEvents; readonly erased: readonly ErasedFile[] },
): readonly CaseFault[] {
  const faults: CaseFault[] = [];
  const fault = (code: CaseFault['code'], place: string) => {
    faults.push({ claim: 'DOCUMENTS', code, place });
  };
  const files = members.filter(({ name }) => isDocument(name));
  const named = documentsNamed(events.agreement);
  for (const hash of named.keys()) {
    if (listed.filter((each) => each.sha256 === hash).length !== 1)
      fault('DOCUMENT_UNLISTED', hash);
  }
  for (const { sha256: hash, file, reason } of listed) {
    if (!named.has(hash)) fault('DOCUMENT_UNNAMED', hash);
    if (file === null) {
      if (reason === null || !DOCUMENT_REASONS.includes(reason)) fault('DOCUMENT_MISSING', hash);
      if (reason === 'ERASED' && !erased.some((each) => each.sha256 === hash)) {
        fault('DOCUMENT_NOT_ERASED', hash);
      }
      continue;
    }
    const found = files.find(({ name }) => name === file);
    if (found === undefined) fault('DOCUMENT_MISSING', file);
    else if (sha256(found.bytes) !== hash) fault('DOCUMENT_DIFFERS', file);
  }
  for (const { name } of files) {
    if (!listed.some(({ file }) => file === name)) fault('DOCUMENT_UNNAMED', name);
  }
  return faults;
}
