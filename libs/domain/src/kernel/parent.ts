import type { Context } from './decision.js';
import type { CommitteeFacts } from './facts.js';
import { inForce, type Agreement } from './state.js';

/**
 * The parent committees whose managers have a say in this agreement now: an appeal or an office of a subcommittee is
 * before them, or they may renew its chair's term (lifecycle.md B4, B7, B8). As recorded with the events.
 */
export function parentsInvolved(state: Agreement): readonly number[] {
  const found = [
    ...state.ending.appeals
      .filter((a) => a.level === 'TC' && a.stage !== 'DECIDED' && a.stage !== 'WITHDRAWN')
      .map((a) => a.parent),
    ...state.evaluation.evaluations
      .filter((e) => e.body === 'TC' && e.stage === 'BODY_DECISION')
      .map((e) => e.office.parent),
    state.type === 'CHAIR' && inForce(state) ? state.term?.parent : undefined,
  ];
  return [...new Set(found.filter((parent) => parent !== undefined))].sort((a, b) => a - b);
}

/** The recorded parent; for events from before it was recorded, as the registry has it now. */
export const parentOr = (recorded: number | undefined, { facts }: Context): number | null =>
  recorded ?? facts.committee?.parentId ?? null;

/** The parent as an optional field of an event: absent for a technical committee. */
export const parentField = (committee: CommitteeFacts | null): { readonly parent?: number } =>
  committee?.parentId == null ? {} : { parent: committee.parentId };
