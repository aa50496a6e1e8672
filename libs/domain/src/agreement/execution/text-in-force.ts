import type { Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import type { JsonObject } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import type { ClauseView } from '../negotiation/documents.js';
import type { Language } from '../negotiation/state.js';
import type { AmendedClause, Amendment, PlanRevision } from './state.js';

/** A text that both partners have put in the place of a clause after they had signed it. */
export interface LaterText {
  /** The amendment that both signed; null for a revision of the plan, which both agreed. */
  readonly amendment: string | null;
  /** First day; null for an amendment from before it was kept. */
  readonly on: Day | null;
  readonly value: JsonObject;
  readonly language: Language;
  /** The same in the other language, as both agreed to it. */
  readonly translations: readonly { readonly language: Language; readonly value: JsonObject }[];
  /** Both agreed to do without a translation of this text. */
  readonly withoutTranslation: boolean;
}

export const amendmentsInForce = (state: Agreement): readonly Amendment[] =>
  state.execution.amendments.filter((a) => a.stage === 'IN_FORCE');

/** The clauses of the plan that `RevisePlan` gives anew, each whole. */
export const REVISED: Readonly<Record<string, 'milestones' | 'workPackages' | 'tasks'>> = {
  milestones: 'milestones',
  'work-packages': 'workPackages',
  'task-share': 'tasks',
} satisfies Readonly<Record<string, keyof PlanRevision>>;

/** What a revision has put in the place of a clause of the plan and no later amendment has replaced. */
export const revisedPlan = (
  state: Agreement,
): readonly (LaterText & { readonly clause: string })[] =>
  Object.entries(REVISED).flatMap(([clause, part]) => {
    const last = (state.execution.plan.revisions ?? []).findLast((r) => r[part] !== null);
    const text = laterTexts(state, { clause, value: null }).at(-1);
    const amended = amendmentsInForce(state).findLast((a) =>
      a.changes.some((c) => c.clause === clause),
    );
    return last === undefined ||
      text === undefined ||
      (amended !== undefined && amended.agreedAt > last.at)
      ? []
      : [{ ...text, clause }];
  });

const otherThan = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

/** The days of the meetings as both have agreed them anew beside the signed text; null while they have not. */
export const revisedMeetings = (state: Agreement): readonly Day[] | null =>
  (state.execution.plan.revisions ?? []).some((r) => r.meetingDates !== null)
    ? state.execution.meetingDates
    : null;

/** What stands in the place of a signed clause, oldest first: the last one is in force. Empty: the clause as signed. */
export function laterTexts(
  state: Agreement,
  { clause, value }: Pick<ClauseView, 'clause' | 'value'>,
): readonly LaterText[] {
  const { language: authentic } = state.negotiation;
  const part = REVISED[clause];
  if (part !== undefined) {
    return (state.execution.plan.revisions ?? []).flatMap(({ at, ...revision }) => {
      const language = revision.language ?? authentic;
      const translated = revision.translation?.[part];
      return revision[part] === null
        ? []
        : [
            {
              amendment: null,
              on: dayAt(at),
              language,
              value: { items: [...revision[part]] } as never,
              translations:
                translated === undefined
                  ? []
                  : [{ language: otherThan(language), value: { items: translated } }],
              withoutTranslation: revision.withoutTranslation ?? false,
            },
          ];
    });
  }
  return amendmentsInForce(state).flatMap((amendment) => {
    const { id, effectiveOn = null } = amendment;
    const last = amendment.changes.findLast((c) => c.clause === clause);
    const put = clause === 'dates' ? endMoved(amendment, value) : last && amendedValue(last);
    const language = last?.language ?? authentic;
    const translations = (last?.translations ?? []).map((t) => ({
      ...{ language: t.language, value: t.value },
    }));
    const of = { amendment: id, on: effectiveOn, language, translations };
    return put ? [{ ...of, value: put, withoutTranslation: false }] : [];
  });
}

const endMoved = ({ end }: Amendment, value: JsonObject | null): JsonObject | null =>
  end === null || value === null ? null : { ...value, end };

/** The whole value that an amendment puts in the place of a clause. */
export const amendedValue = ({ text, value }: AmendedClause): JsonObject | null =>
  value ?? (text === undefined ? null : { text });
