import { AGREEMENT_READS } from './agreement-reads.js';
import { CALLER_READS } from './caller-reads.js';
import { DESK_READS } from './desk-reads.js';
import { DOCUMENT_READS } from './document-reads.js';
import type { Read } from './read.js';
import { RECORD_READS } from './record-reads.js';
import { REGISTRY_READS } from './registry-reads.js';

/** Every route that reads. */
export const READS: readonly Read[] = [
  ...AGREEMENT_READS,
  ...DOCUMENT_READS,
  ...CALLER_READS,
  ...DESK_READS,
  ...REGISTRY_READS,
  ...RECORD_READS,
];
