import { PAPER_KINDS } from '@twinning/documents';
import type { JsonObject } from '@twinning/domain';
import { PURPOSES } from '@twinning/filing';
import type { Read } from './read.js';

const text: JsonObject = { type: 'string' };
const hash: JsonObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const version: JsonObject = { type: 'integer', minimum: 0 };
const language: JsonObject = { type: 'string', enum: ['en', 'fr'] };

/** Terms, documents, attachments and calendars. */
export const DOCUMENT_READS: readonly Read[] = [
  {
    id: 'getTermsDifference',
    path: '/v1/agreements/{agreement}/terms/difference',
    tag: 'Documents',
    summary: 'What differs in the terms between two versions of the agreement, word by word',
    schema: 'TermsDifference',
    query: {
      from: version,
      to: version,
      document: { type: 'string', enum: ['AGREEMENT', 'PLAN'] },
      language,
    },
  },
  {
    id: 'getClauseHistory',
    path: '/v1/agreements/{agreement}/clauses/{clause}/history',
    tag: 'Documents',
    summary: 'Every version of a clause: who proposed it, in answer to what, who accepted it',
    schema: 'ClauseHistory',
  },
  {
    id: 'getSentenceOrigin',
    path: '/v1/agreements/{agreement}/clauses/{clause}/origin',
    tag: 'Documents',
    summary: 'Who proposed this sentence, when, in answer to what',
    schema: 'SentenceOrigin',
    query: { sentence: text },
  },
  {
    id: 'getClauseDifference',
    path: '/v1/agreements/{agreement}/clauses/{clause}/difference',
    tag: 'Documents',
    summary: 'What differs between two versions of a clause, word by word',
    schema: 'ClauseDifference',
    query: { from: hash, to: hash },
  },
  {
    id: 'listPapers',
    path: '/v1/agreements/{agreement}/papers',
    tag: 'Documents',
    summary: 'The papers that there are of an agreement, and those that were handed out',
    schema: 'Papers',
  },
  {
    id: 'getDistribution',
    path: '/v1/agreements/{agreement}/distribution',
    tag: 'Documents',
    summary: 'The distribution list of an agreement, and each time that it was sent',
    schema: 'Distribution',
  },
  {
    id: 'getPaper',
    path: '/v1/agreements/{agreement}/papers/{kind}',
    tag: 'Documents',
    summary: `A document as a tagged PDF: ${PAPER_KINDS.join(', ')}`,
    schema: 'Items',
    query: {
      language: { type: 'string', enum: ['en', 'fr', 'both'] },
      version: { type: 'integer', minimum: 1 },
      year: { type: 'integer', minimum: 1, maximum: 5 },
    },
    bytes: 'application/pdf',
  },
  {
    id: 'checkPaper',
    path: '/v1/papers/check',
    tag: 'Documents',
    summary: 'Whether a file is a paper of the record, and whether both partners signed its text',
    schema: 'PaperCheck',
    method: 'post',
    takes: 'FILE',
  },
  {
    id: 'listAttachments',
    path: '/v1/agreements/{agreement}/attachments',
    tag: 'Documents',
    summary: 'The files of an agreement that the caller may read',
    schema: 'Attachments',
  },
  {
    id: 'fileAttachment',
    path: '/v1/agreements/{agreement}/attachments',
    tag: 'Documents',
    summary: 'Files a document; commands refer to it by its hash',
    schema: 'Attachment',
    query: { purpose: { type: 'string', enum: PURPOSES } },
    method: 'post',
    status: '201',
    takes: 'FILE',
  },
  {
    id: 'getAttachment',
    path: '/v1/agreements/{agreement}/attachments/{hash}',
    tag: 'Documents',
    summary: 'A file of an agreement',
    schema: 'Items',
    bytes: 'application/octet-stream',
  },
  {
    id: 'openCalendar',
    path: '/v1/me/calendar',
    tag: 'Documents',
    summary: 'A new private address of the caller’s deadlines; the one before ends',
    schema: 'CalendarAddress',
    method: 'post',
    status: '201',
  },
  {
    id: 'revokeCalendar',
    path: '/v1/me/calendar',
    tag: 'Documents',
    summary: 'Ends the private address of the caller’s deadlines',
    schema: 'Items',
    method: 'delete',
    status: '204',
  },
  {
    id: 'getCalendar',
    path: '/v1/calendars/{file}',
    tag: 'Documents',
    summary: 'The deadlines of a person as iCalendar; the address is the key',
    schema: 'Items',
    open: true,
    bytes: 'text/calendar',
  },
  {
    id: 'getDeadlineFile',
    path: '/v1/agreements/{agreement}/calendar',
    tag: 'Documents',
    summary: 'One deadline of an agreement as iCalendar; its key is timer/step/subject',
    schema: 'Items',
    query: { key: text },
    bytes: 'text/calendar',
  },
];
