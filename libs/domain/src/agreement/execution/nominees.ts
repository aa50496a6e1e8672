import { committeeNotified } from '../approval/informed.js';
import { firstRefusal, refuse, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, type Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { papersIn } from '../../kernel/papers.js';
import {
  choice,
  date,
  flag,
  hash,
  nullable,
  object,
  optional,
  person,
  text,
} from '../../kernel/schema.js';
import { rulesOf, sideOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import {
  FORCE,
  NEG,
  otherSide,
  PARTNERS,
  type Desk,
  type Side,
  type TwinningType,
} from '../../kernel/vocabulary.js';
import { escalateOfSide, resolveOfSide } from '../oversight/escalate.js';
import type { BodyDecision } from './events.js';
import { appealableBy, termFits } from './terms.js';
import { hasCause, type ProposedNominee } from './state.js';

const SINCE_APPROVAL = ['APPROVED', ...NEG, ...FORCE] as const;
const LEADERSHIP = ['CONVENOR', 'CHAIR', 'SECRETARIAT'] as const;

export const nomineeOn = (state: Agreement, side: Side) =>
  state.proposal.nominees.find((n) => n.side === side);

const vacated = (state: Agreement, side: Side, reason: string): readonly AgreementEvent[] => {
  const nominee = nomineeOn(state, side);
  if (nominee === undefined || nominee.vacant) return [];
  return [
    event('NomineeVacated', { side, person: nominee.person, reason }),
    ...(state.type === 'SECRETARIAT' ? escalateOfSide(state, 'L2', 'NOMINEE_VACANT', side) : []),
  ];
};

export const ReportVacancy = command({
  clause: 'ST.5.4',
  allowed: [
    {
      roles: [...PARTNERS, 'COMMITTEE_MANAGER', 'TPM'],
      in: SINCE_APPROVAL,
      types: LEADERSHIP,
    },
  ],
  shape: object({ side: choice('LEAD', 'TWINNED'), reason: text(4000) }),
  open(state, { actor }) {
    const own = sideOf(state, actor.member);
    return state.proposal.nominees.some((n) => !n.vacant && (own === null || own === n.side))
      ? null
      : nothingToDo({ clause: 'ST.5.4' });
  },
  decide(state, { side, reason }, ctx) {
    const own = sideOf(state, ctx.actor.member);
    return own !== null && own !== side
      ? refuse('PROXY_FORBIDDEN', 'ST.4(d)', { side })
      : vacated(state, side, reason);
  },
});

function personFits(
  state: Agreement,
  side: Side,
  p: { readonly person: string; readonly delegate: boolean; readonly categoryC: boolean },
): Refusal | null {
  if (state.type === 'CHAIR' && p.delegate) return refuse('CHAIR_IS_DELEGATE', 'DIR 1.8.2');
  if (state.type === 'CONVENOR' && p.categoryC) {
    return refuse('NOMINEE_NOT_ELIGIBLE', 'DIR 1.17.5.2');
  }
  // One person never acts for both partners (D21), nor is proposed for both.
  const other = otherSide(side);
  const proposed = state.execution.proposed.find((n) => n.side === other);
  return [nomineeOn(state, other)?.person, proposed?.person].includes(p.person)
    ? refuse('NOMINEE_NOT_ELIGIBLE', 'ST.4(d)', { side })
    : null;
}

export const ReplaceNominee = command({
  clause: 'ST.5.4',
  allowed: [{ roles: PARTNERS, in: SINCE_APPROVAL, types: LEADERSHIP }],
  shape: object({
    person: person(),
    cv: optional(nullable(hash())),
    /** Hash of the statement in which the person accepts the nomination. */
    statement: optional(nullable(hash())),
    delegate: flag(),
    categoryC: flag(),
    /** Last day of the term asked for; of chairs and convenors. */
    termEnd: optional(nullable(date())),
  }),
  papers: (_, { cv, statement }) => [
    ...papersIn('cv', [cv], 'CV'),
    ...papersIn('statement', [statement], 'STATEMENT'),
  ],
  decide(state, p, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const { person: who, cv = null, statement = null, termEnd = null, delegate, categoryC } = p;
    if (cv === null) return refuse('CV_MISSING', 'ST.5.4', { side });
    if (statement === null) return refuse('NOMINATION_NOT_ACCEPTED', 'ST.4(a)', { side });
    const wrong = firstRefusal(
      personFits(state, side, p),
      termEnd === null || state.type === 'SECRETARIAT'
        ? null
        : termFits(state, ctx.facts, { firstOn: ctx.today, from: ctx.today, termEnd }),
    );
    if (wrong) return wrong;
    const proposal = { side, person: who, cv, statement, delegate, categoryC, termEnd };
    const current = nomineeOn(state, side);
    const before = state.execution.proposed.find((n) => n.side === side);
    const sits = current?.person === who && current.cv === cv && !current.vacant;
    return sits || (before !== undefined && same(before, proposal))
      ? []
      : [event('NomineeProposed', proposal)];
  },
});

const same = (a: ProposedNominee, b: Omit<ProposedNominee, 'at'>): boolean =>
  a.person === b.person &&
  a.cv === b.cv &&
  a.statement === b.statement &&
  a.termEnd === b.termEnd &&
  a.delegate === b.delegate &&
  a.categoryC === b.categoryC;

/** Who confirms a new person (B4, rules.md 2.10); what a committee or the TMB decided can be appealed (4.6). */
const confirms: Readonly<
  Record<
    TwinningType,
    { readonly desk: Desk; readonly body: string; readonly against: BodyDecision['body'] | null }
  >
> = {
  P_MEMBER: { desk: 'NOBODY', body: '', against: null },
  CONVENOR: { desk: 'COMMITTEE_MANAGER', body: 'PARENT_COMMITTEE', against: 'COMMITTEE' },
  CHAIR: { desk: 'TMB_SEC', body: 'TMB', against: 'TMB' },
  SECRETARIAT: { desk: 'ISO_CS', body: 'ISO_CS', against: null },
};

export const ConfirmNominee = command({
  clause: 'ST.5.4',
  allowed: [
    { roles: ['ISO_CS'], in: SINCE_APPROVAL, types: ['SECRETARIAT'] },
    { roles: ['COMMITTEE_MANAGER'], in: SINCE_APPROVAL, types: ['CONVENOR'] },
    { roles: ['TMB_SEC'], in: SINCE_APPROVAL, types: ['CHAIR'] },
  ],
  shape: object({
    side: choice('LEAD', 'TWINNED'),
    person: person(),
    confirmed: flag(),
    reference: optional(nullable(text(400))),
  }),
  open: (state) =>
    state.execution.proposed.length === 0
      ? refuse('WRONG_STATUS', 'ST.5.4', { proposed: [] })
      : null,
  decide(state, { side, person: who, confirmed, reference = null }, ctx) {
    if (reference === null) return refuse('REFERENCE_REQUIRED', 'ST.5.4', { side });
    const proposed = state.execution.proposed.find((n) => n.side === side);
    const current = nomineeOn(state, side);
    if (proposed?.person !== who) {
      // Confirmed before: nothing left to decide.
      return confirmed && current?.person === who && !current.vacant
        ? []
        : refuse('WRONG_STATUS', 'ST.5.4', { proposed: proposed?.person ?? null });
    }
    const { body, against } = confirms[state.type];
    const appealable = against === null ? {} : appealableBy(state, against);
    if (!confirmed) {
      return [
        event('NomineeRefused', { side, person: who, body, reference, ...appealable }),
        ...resolveOfSide(state, 'T36', side),
      ];
    }
    return [
      event('NomineeReplaced', {
        side,
        person: who,
        previous: current?.person ?? null,
        body,
        reference,
        appointedOn: ctx.today,
        ...appealable,
      }),
      committeeNotified('CHANGE_OF_PERSON'),
      ...resolveOfSide(state, 'T36', side),
      ...resolveOfSide(state, 'NOMINEE_VACANT', side),
    ];
  },
});

const inProcess = (state: Agreement): boolean =>
  (['APPROVED', ...NEG, 'FORCE'] as readonly string[]).includes(state.stage);

const waits = (state: Agreement): readonly ProposedNominee[] =>
  inProcess(state) ? state.execution.proposed : [];

export const nomineeDeadlines = (state: Agreement): readonly Deadline[] =>
  waits(state).flatMap((n) => {
    const [reminder = 0, alert = 0] = rulesOf(state).lifecycle_defaults.nominee_confirmation_days;
    const { desk: whose } = confirms[state.type];
    const base = { timer: 'T36', subject: n.side, whose, clause: 'ST.5.4' } as const;
    return [
      {
        ...base,
        step: 'remind',
        rank: RANK.REMINDER,
        ...dueAfter(lastDayAfter.days(n.at, reminder)),
      },
      {
        ...base,
        step: 'escalate',
        rank: RANK.DESK_ALERT,
        ...dueAfter(lastDayAfter.days(n.at, alert)),
      },
    ];
  });

export function fireNominee(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const { timer, step, subject, whose } = due;
  const side: Side = subject === 'LEAD' ? 'LEAD' : 'TWINNED';
  const raised = step === 'escalate' ? escalateOfSide(state, 'L3', 'T36', side) : [];
  return raised.length > 0
    ? raised
    : [event('ReminderRaised', { timer, step, to: whose, subject })];
}

/** A nominee who declines leaves a vacancy; in force the vacancy of an office is a cause (B1, B4, D19). */
export function settleNominees(state: Agreement): readonly AgreementEvent[] {
  if (!inProcess(state)) return [];
  return state.proposal.nominees.flatMap((n) => {
    if (n.accepted === false && !n.vacant) return vacated(state, n.side, 'DECLINED');
    const office = state.type === 'CONVENOR' || state.type === 'CHAIR';
    return n.vacant &&
      office &&
      state.stage === 'FORCE' &&
      !hasCause(state, 'NOMINEE_VACANT', n.side)
      ? [event('SuspensionCauseAdded', { cause: 'NOMINEE_VACANT', subject: n.side })]
      : [];
  });
}

/** A vacancy that suspends nothing is the body's to fill; in force an office's is the duty to cure its cause. */
const vacancies = (state: Agreement): readonly Duty[] =>
  inProcess(state)
    ? state.proposal.nominees
        .filter((n) => n.vacant && !hasCause(state, 'NOMINEE_VACANT', n.side))
        .filter((n) => !state.execution.proposed.some((p) => p.side === n.side))
        .flatMap(({ side }) => {
          const since = state.execution.vacantSince[side];
          return since === undefined
            ? []
            : [
                {
                  id: `vacancy:${side}`,
                  desk: side,
                  commands: ['ReplaceNominee'],
                  since,
                  due: null,
                  clause: 'ST.5.4',
                },
              ];
        })
    : [];

/** A vacancy is the body's to fill, a proposal the competent body's to answer. */
export const nomineeDuties = (state: Agreement): readonly Duty[] => {
  const { desk } = confirms[state.type];
  const answers = waits(state).map((n) => ({
    id: `nominee:${n.side}`,
    desk,
    commands: ['ConfirmNominee'],
    since: n.at,
    due: nomineeDeadlines(state).find((d) => d.subject === n.side)?.due ?? null,
    clause: 'ST.5.4',
  }));
  return [...vacancies(state), ...answers];
};
