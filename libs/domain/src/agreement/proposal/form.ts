import type { Day } from '../../calendar/day.js';
import {
  choice,
  date,
  flag,
  hash,
  id,
  integer,
  list,
  nullable,
  object,
  optional,
  person,
  text,
  type Infer,
  type Json,
} from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import { TWINNING_TYPES, type Side } from '../../kernel/vocabulary.js';

/** The request form of ST.5.4; parts not yet written are null. Persons are references, never names. */
export interface RequestForm {
  /** Twinned partner's statement: need for capacity building and what capacity is targeted. */
  readonly need: string | null;
  /** Lead partner's statement: competence and resources to give the support. */
  readonly competence: string | null;
  readonly goals: string | null;
  readonly outcome: string | null;
  readonly plannedStart: Day | null;
  readonly plannedMonths: number | null;
  readonly leadContact: string | null;
  readonly twinnedContact: string | null;
  /** The twinned partner declares that it will be P by registration (OQ-2). */
  readonly declaredIntent: boolean;
  readonly justifications: readonly { readonly check: string; readonly text: string }[];
}

/** A nominated person of a leadership type with the hash of the CV (ST.5.4). */
export interface NamedPerson {
  readonly side: Side;
  readonly person: string;
  readonly cv: string | null;
  /** National delegate in the committee (chairs, DIR 1.8.2). */
  readonly delegate: boolean;
  /** Expert of a category C liaison (convenors, DIR 1.17.5.2). */
  readonly categoryC: boolean;
}

export const emptyForm: RequestForm = {
  need: null,
  competence: null,
  goals: null,
  outcome: null,
  plannedStart: null,
  plannedMonths: null,
  leadContact: null,
  twinnedContact: null,
  declaredIntent: false,
  justifications: [],
};

/** What an edit may change; an absent field stays, null empties it. */
export const editShape = object({
  need: optional(nullable(text(8000))),
  competence: optional(nullable(text(8000))),
  goals: optional(nullable(text(8000))),
  outcome: optional(nullable(text(8000))),
  plannedStart: optional(nullable(date())),
  plannedMonths: optional(nullable(integer(1, 60))),
  leadContact: optional(nullable(person())),
  twinnedContact: optional(nullable(person())),
  declaredIntent: optional(flag()),
  justifications: optional(list(object({ check: text(80), text: text(4000) }), 0, 20)),
  nominees: optional(
    list(
      object({
        side: choice('LEAD', 'TWINNED'),
        person: person(),
        cv: nullable(hash()),
        delegate: flag(),
        categoryC: flag(),
      }),
      0,
      2,
    ),
  ),
  type: optional(choice(...TWINNING_TYPES)),
  committee: optional(nullable(id())),
  workingGroup: optional(nullable(text(40))),
  initiatorSide: optional(choice('LEAD', 'TWINNED')),
});
export type Edit = Infer<typeof editShape>;

/** What a consent binds to: subject, pair, form and nominated persons. */
export const requestContent = (state: Agreement): Json => ({
  type: state.type,
  committee: state.committee,
  workingGroup: state.workingGroup,
  lead: state.lead,
  twinned: state.twinned,
  form: { ...state.proposal.form, justifications: [...state.proposal.form.justifications] } as Json,
  nominees: state.proposal.nominees.map((n) => ({
    side: n.side,
    person: n.person,
    cv: n.cv,
    delegate: n.delegate,
    categoryC: n.categoryC,
  })),
});

/** The parts of the form (ST.5.4) that are still empty. */
export function missingParts(state: Agreement): readonly string[] {
  const { form } = state.proposal;
  const required = [
    'need',
    'competence',
    'goals',
    'outcome',
    'plannedStart',
    'plannedMonths',
    'leadContact',
    'twinnedContact',
  ] as const;
  return [
    ...(state.committee === null ? ['committee'] : []),
    ...required.filter((part) => form[part] === null),
  ];
}
