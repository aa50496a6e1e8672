import type { Day } from '../../calendar/day.js';
import { refuse, type Refusal } from '../../kernel/decision.js';
import { copySent } from '../../kernel/copies.js';
import { command } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { date, list, object, optional, text } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import { PARTNERS, RUN } from '../../kernel/vocabulary.js';
import { planItems } from '../negotiation/documents.js';
import { clauseShapes } from '../negotiation/values.js';

/** The ids of the plan's items as it stands: the signed plan with its later revisions. */
export function planItemIds(state: Agreement): ReturnType<typeof planItems> {
  const signed = planItems(state);
  const { milestones, workPackages, tasks } = state.execution.plan;
  return {
    milestones: milestones ?? signed.milestones,
    workPackages: workPackages ?? signed.workPackages,
    tasks: tasks ?? signed.tasks,
  };
}

/** Every date of a plan lies between start and end, both inclusive. */
function datesInForce(state: Agreement, dates: readonly Day[]): Refusal | null {
  const { term } = state;
  const outside = dates.find((d) => term === null || d < term.start || d > term.end);
  return outside === undefined
    ? null
    : refuse('NOT_IN_FORCE_ON_DATE', 'ST.5.5', {
        on: outside,
        start: term?.start ?? null,
        end: term?.end ?? null,
      });
}

export const RevisePlan = command({
  clause: 'ST.5.5',
  joint: true,
  allowed: [{ roles: PARTNERS, in: RUN }],
  shape: object({
    reason: text(4000),
    milestones: optional(clauseShapes.milestones),
    workPackages: optional(clauseShapes['work-packages']),
    tasks: optional(clauseShapes['task-share']),
    meetingDates: optional(list(date(), 0, 60)),
  }),
  decide(state, { reason, milestones, workPackages, tasks, meetingDates }, ctx) {
    const wrong = datesInForce(state, [
      ...(milestones?.items.map((m) => m.dueOn) ?? []),
      ...(meetingDates ?? []),
    ]);
    if (wrong) return wrong;
    const revision = {
      milestones: milestones?.items ?? null,
      workPackages: workPackages?.items ?? null,
      tasks: tasks?.items ?? null,
      meetingDates: meetingDates ?? null,
      reason,
    };
    // Agreed a moment ago: said again it is no new proposal.
    const { revision: stands } = state.execution.plan;
    if (stands !== null && ctx.hash({ ...stands }) === ctx.hash(revision)) return [];
    return jointAct(state, ctx, 'RevisePlan', revision, () => [
      event('CollaborationPlanRevised', revision),
      ...copySent(state, 'PLAN', ['TPM']),
    ]);
  },
});
