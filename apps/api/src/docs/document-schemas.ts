import { FILE_PURPOSES, SIDES, type JsonObject } from '@twinning/domain';
import { RHYTHMS } from '@twinning/engine';
import { anything, instant, listOf, orNull, record, text, uuid, whole } from './schema-parts.js';

const change: JsonObject = {
  type: 'string',
  enum: ['SAME', 'CHANGED', 'MOVED', 'ADDED', 'REMOVED'],
};
const piece = record({
  kind: { type: 'string', enum: ['SAME', 'DELETED', 'INSERTED', 'MOVED_AWAY', 'MOVED_HERE'] },
  text,
});
const place = { change, from: orNull(whole), to: orNull(whole) };
const part = record({ key: text, ...place, pieces: listOf(piece) });
const language: JsonObject = { type: 'string', enum: ['en', 'fr'] };
const deed = {
  side: orNull({ type: 'string', enum: SIDES }),
  person: orNull(text),
  member: orNull({ anyOf: [whole, text] }),
  at: instant,
  version: whole,
  index: whole,
};
const clauseVersion = record({
  ...deed,
  hash: text,
  language,
  value: anything,
  proposal: text,
  answersTo: orNull(text),
  replaces: orNull(text),
  standing: { type: 'string', enum: ['CURRENT', 'REPLACED', 'WITHDRAWN'] },
  accepted: listOf(record(deed)),
  agreed: orNull(record(deed)),
  rejected: listOf(record({ ...deed, reason: text })),
  difference: listOf(part),
});

const clauseTranslation = record({
  ...deed,
  ofHash: text,
  hash: text,
  language,
  value: anything,
  waived: { type: 'boolean' },
  withdrawn: { type: 'boolean' },
  difference: listOf(part),
});

const paper = {
  sha256: text,
  kind: text,
  language: text,
  version: whole,
  textHash: orNull(text),
  index: whole,
  issuedAt: instant,
};
const attachment = { sha256: text, purpose: text, type: text, bytes: whole };

/** What is answered of terms, documents, attachments and calendars. */
export const DOCUMENT_SCHEMAS: JsonObject = {
  MailSettings: record({
    rhythm: { type: 'string', enum: RHYTHMS },
    news: { type: 'boolean' },
    language: { type: 'string', enum: ['en', 'fr'] },
  }),
  TermsDifference: record({
    agreement: uuid,
    from: whole,
    to: whole,
    // The documents are the same to the last hash; else parties, subject or translations may differ where no clause does.
    sameText: { type: 'boolean' },
    clauses: listOf(
      record({ clause: text, language: orNull(language), ...place, parts: listOf(part) }),
    ),
  }),
  Starters: record({ items: listOf(record({ clause: text, language, value: anything })) }),
  ClauseHistory: record({
    clause: text,
    versions: listOf(clauseVersion),
    translations: listOf(clauseTranslation),
    comments: listOf(record({ ...deed, text })),
  }),
  SentenceOrigin: record({
    sentence: text,
    stands: { type: 'boolean' },
    proposed: clauseVersion,
    translated: orNull(clauseTranslation),
    inAnswerTo: orNull(clauseVersion),
  }),
  Papers: record({ kinds: listOf(text), items: listOf(record(paper)) }),
  Distribution: record({
    items: listOf(
      record({
        recipient: text,
        as: { type: 'string', enum: ['COPY', 'INFORMATION'] },
        bodies: listOf(record({ id: whole, acronym: text })),
        contacts: whole,
      }),
    ),
    sent: listOf(
      record({
        about: text,
        at: instant,
        index: whole,
        recipients: listOf(text),
        messages: record({ waiting: whole, sent: whole, failed: whole }),
        withoutMessage: listOf(text),
      }),
    ),
  }),
  PaperCheck: record({
    sha256: text,
    known: { type: 'boolean' },
    paper: orNull(record({ agreement: uuid, ...paper })),
    bothSigned: { type: 'boolean' },
    current: { type: 'boolean' },
  }),
  Attachments: record({
    items: listOf(
      record({
        ...attachment,
        person: text,
        member: orNull(whole),
        onBehalfOf: orNull(text),
        filedAt: instant,
        erased: { type: 'boolean' },
      }),
    ),
    // What the caller may file here.
    purposes: listOf({ type: 'string', enum: FILE_PURPOSES }),
  }),
  Attachment: record(attachment),
  CalendarAddress: record({ address: text }),
  ClauseDifference: record({ clause: text, from: text, to: orNull(text), parts: listOf(part) }),
};
