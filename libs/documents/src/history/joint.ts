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
  /** Who wrote the translation, where that is not who wrote the words. */
  readonly translated?: Deed;
  /** As it was proposed; null where the record did not keep it. */
  readonly content?: JsonObject | null;
}

/**
 * The act after a proposal. Who sends the words of the other partner again, with their translation, has accepted the words
 * and written the translation alone.
 */
export function proposedNow(
  before: Agreed | undefined,
  { kind, side, content }: EventMap['JointActProposed'],
  deed: Deed,
): Agreed {
  const fresh = { proposed: deed, accepted: null, content: content ?? null };
  if (kind !== 'RevisePlan' || before === undefined || before.proposed.side === side) return fresh;
  const { translation: _, withoutTranslation: __, ...words } = content ?? {};
  return JSON.stringify(words) === JSON.stringify(before.content)
    ? { ...fresh, proposed: before.proposed, accepted: deed, translated: deed }
    : fresh;
}

/** The translation that a revision of the plan brought with it; null for every other event and clause. */
export function revisedTranslation(
  event: ToldEvent,
  clause: string,
  authentic: Language,
): { readonly language: Language; readonly value: JsonObject } | null {
  if (event.type !== 'CollaborationPlanRevised') return null;
  const { translation, language = authentic } =
    event.payload as unknown as EventMap['CollaborationPlanRevised'];
  const part = Object.hasOwn(REVISED, clause) ? REVISED[clause] : undefined;
  const items = part === undefined ? undefined : translation?.[part];
  return items === undefined
    ? null
    : { language: language === 'en' ? 'fr' : 'en', value: { items } };
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
