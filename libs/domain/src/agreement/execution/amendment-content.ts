import type { JsonObject } from '../../kernel/schema.js';
import type { ExecutionEvents } from './events.js';

/**
 * What the hash of an amendment is of, as canonical JSON: the whole text with what it changes where it was negotiated
 * clause by clause, the changes alone where both agreed to them in one step.
 */
export function amendmentContent(agreed: ExecutionEvents['AmendmentAgreed']): JsonObject {
  const { id, documentHash, reason, end, waived = [] } = agreed;
  // Only what passed the schemas of the clauses reaches the log.
  const changes = agreed.changes as unknown as readonly JsonObject[];
  return documentHash === undefined
    ? { amendment: Number(id.slice(1)), end, changes, reason }
    : { id, documentHash, reason, end, changes, waived };
}
