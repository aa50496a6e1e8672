import { dayAt, type Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import type { Side } from '../../kernel/vocabulary.js';
import { openTextChanged } from '../negotiation/evolve-terms.js';
import { namesPersons } from '../negotiation/template.js';
import type { Nominee } from '../proposal/state.js';
import type { BodyDecision, ExecutionEvents } from './events.js';
import { withCause, withExecution, withoutCause, type NomineeTerm } from './state.js';
import { withBodyDecision } from '../ending/state.js';
import { runsUntil, termOf } from './terms.js';

export type NomineeEvents = Pick<
  ExecutionEvents,
  | 'NomineeVacated'
  | 'NomineeProposed'
  | 'NomineeReplaced'
  | 'NomineeRefused'
  | 'NomineeReappointed'
  | 'TermNotRenewed'
  | 'NomineeTermFixed'
>;

const withNominees = (state: Agreement, nominees: readonly Nominee[]): Agreement => ({
  ...state,
  proposal: { ...state.proposal, nominees },
});

/** A text that is still open names the successor. */
const textNamesAnew = (state: Agreement, at: Instant): Agreement =>
  namesPersons(state) ? openTextChanged(state, at) : state;

const withTerm = (state: Agreement, side: Side, term: NomineeTerm): Agreement =>
  withExecution(state, { terms: { ...state.execution.terms, [side]: term } });

const answered = (state: Agreement, side: Side): Agreement =>
  withExecution(state, { proposed: state.execution.proposed.filter((n) => n.side !== side) });

const decided = (
  state: Agreement,
  of: { readonly reference: string; readonly appealable?: BodyDecision | undefined },
  at: Instant,
): Agreement =>
  of.appealable === undefined
    ? state
    : withBodyDecision(state, of.appealable.decision, {
        ...{ body: of.appealable.body, reference: of.reference, decidedOn: dayAt(at) },
      });

/** Vacancies, successors and terms of the persons that the leadership types name. */
export const evolveNominees: Evolvers<NomineeEvents> = {
  NomineeVacated: (state, { side }, at) => {
    const next = withNominees(
      withExecution(state, { vacantSince: { ...state.execution.vacantSince, [side]: at } }),
      changeWhere(
        state.proposal.nominees,
        (n) => n.side === side,
        (n) => ({ ...n, vacant: true }),
      ),
    );
    return state.type === 'CONVENOR' || state.type === 'CHAIR'
      ? withCause(next, 'NOMINEE_VACANT', side, at)
      : next;
  },
  NomineeProposed: (state, payload, at) =>
    withExecution(answered(state, payload.side), {
      proposed: [...answered(state, payload.side).execution.proposed, { ...payload, at }],
    }),
  NomineeReplaced: (before, { side, person, appointedOn, reference, appealable }, at) => {
    const state = decided(before, { reference, appealable }, at);
    const proposed = state.execution.proposed.find((n) => n.side === side);
    const termEnd = proposed?.termEnd ?? null;
    const nominee: Nominee = {
      side,
      person,
      cv: proposed?.cv ?? null,
      delegate: proposed?.delegate ?? false,
      categoryC: proposed?.categoryC ?? false,
      accepted: true,
      vacant: false,
      termEnd,
    };
    const named = withNominees(textNamesAnew(answered(state, side), at), [
      ...state.proposal.nominees.filter((n) => n.side !== side),
      nominee,
    ]);
    const free = withoutCause(
      withoutCause(named, 'NOMINEE_VACANT', side, at),
      'NOMINEE_TERM_ENDED',
      side,
      at,
    );
    return withTerm(free, side, {
      firstOn: appointedOn,
      appointedOn,
      termEnd,
      notRenewed: false,
      knownAt: at,
    });
  },
  NomineeRefused: (state, payload, at) => answered(decided(state, payload, at), payload.side),
  NomineeReappointed: (before, { side, termEnd, reference, appealable }, at) => {
    const state = decided(before, { reference, appealable }, at);
    const term = termOf(state, side);
    const first = term?.firstOn ?? dayAt(at);
    return withoutCause(
      withTerm(state, side, {
        firstOn: first,
        appointedOn: (term === null ? null : runsUntil(state, term)) ?? first,
        termEnd,
        notRenewed: false,
        knownAt: at,
      }),
      'NOMINEE_TERM_ENDED',
      side,
      at,
    );
  },
  TermNotRenewed: (before, { side, ...payload }, at) => {
    const state = decided(before, payload, at);
    const term = termOf(state, side);
    return term === null ? state : withTerm(state, side, { ...term, notRenewed: true });
  },
  NomineeTermFixed: (state, { side, termEnd }, at) => {
    const term = termOf(state, side);
    return term === null ? state : withTerm(state, side, { ...term, termEnd, knownAt: at });
  },
};
