import {
  amendedValue,
  REVISED,
  type EventMap,
  type JsonObject,
  type Language,
} from '@twinning/domain';
import type { Deed, ToldEvent } from './clause.js';

/** Who proposed a joint act, and who agreed to it. */
export interface Agreed {
  readonly proposed: Deed;
  readonly accepted: Deed | null;
}

/** A wording that both agreed to at once, beside the table on which the terms are negotiated. */
export interface JointWording {
  readonly act: 'AmendAgreement' | 'RevisePlan';
  /** The amendment or the revision, in the place of a proposal. */
  readonly proposal: string;
  readonly language: Language | null;
  readonly value: JsonObject;
}

type Before = JsonObject | null;

/** What an event puts in the place of the clause without a proposal of the negotiation; null for every other event. */
export function jointWording(
  event: ToldEvent,
  clause: string,
  before: Before,
): JointWording | null {
  switch (event.type) {
    case 'AmendmentAgreed':
      return amended(event.payload as unknown as EventMap['AmendmentAgreed'], clause, before);
    case 'CollaborationPlanRevised':
      return revised(event, clause);
    default:
      return null;
  }
}

function amended(
  { id, documentHash, changes, end }: EventMap['AmendmentAgreed'],
  clause: string,
  before: Before,
): JointWording | null {
  // On the table every wording was proposed by itself.
  if (documentHash !== undefined) return null;
  const change = changes.findLast((c) => c.clause === clause);
  const said = change === undefined ? null : amendedValue(change);
  const moved = clause === 'dates' && end !== null ? { ...before, end } : null;
  const value = said ?? moved;
  const language = change?.language ?? null;
  return value && { act: 'AmendAgreement', proposal: id, language, value };
}

function revised(event: ToldEvent, clause: string): JointWording | null {
  const revision = event.payload as unknown as EventMap['CollaborationPlanRevised'];
  const part = Object.hasOwn(REVISED, clause) ? REVISED[clause] : undefined;
  const items = part === undefined ? null : revision[part];
  if (items === null) return null;
  const { language = null } = revision;
  const value = { items: items as unknown as readonly JsonObject[] };
  // Revisions have no number of their own: the version of the agreement tells them apart.
  return { act: 'RevisePlan', proposal: `PLAN.${String(event.version)}`, language, value };
}
