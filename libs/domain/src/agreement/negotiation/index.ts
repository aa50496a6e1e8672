import type { Slice } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { AcceptTerms, ReopenTerms } from './accept.js';
import { AcceptDocuments, GrantDeadlineException, RequestImprovement } from './check.js';
import {
  AcceptClause,
  CommentClause,
  RejectClause,
  TranslateClause,
  WaiveTranslation,
} from './clauses.js';
import { amendmentAgreed, OpenAmendment, WithdrawAmendment } from './amending.js';
import { basisOf } from './basis.js';
import { duties } from './duties.js';
import type { NegotiationEvents } from './events.js';
import { evolvers } from './evolve.js';
import { CounterTerms, ProposeTerms, WithdrawProposal } from './propose.js';
import {
  DesignateSignatory,
  SignAgreement,
  SubmitSignedAgreement,
  WithdrawSignature,
} from './signing.js';
import { DOCUMENTS } from './state.js';
import { alsoAmending } from './table.js';
import { resolveAnswered } from '../oversight/escalate.js';
import { deadlines, fire } from './timers.js';

/** Terms negotiation, from registration to the start of force (lifecycle.md B3). */
export const negotiation: Slice<NegotiationEvents> = {
  commands: {
    ProposeTerms: alsoAmending(ProposeTerms),
    CounterTerms: alsoAmending(CounterTerms),
    WithdrawProposal: alsoAmending(WithdrawProposal),
    AcceptClause: alsoAmending(AcceptClause),
    RejectClause: alsoAmending(RejectClause),
    CommentClause: alsoAmending(CommentClause),
    TranslateClause: alsoAmending(TranslateClause),
    WaiveTranslation: alsoAmending(WaiveTranslation),
    AcceptTerms: alsoAmending(AcceptTerms, amendmentAgreed),
    ReopenTerms: alsoAmending(ReopenTerms),
    OpenAmendment,
    WithdrawAmendment,
    DesignateSignatory,
    SignAgreement,
    WithdrawSignature,
    SubmitSignedAgreement,
    RequestImprovement,
    GrantDeadlineException,
    AcceptDocuments,
  },
  evolve: evolvers,
  deadlines,
  fire,
  duties,
  // A successor body, committee or ruleset changes what the locked clauses and the parties of a frozen text say.
  settle(state) {
    const { frozen, basis } = state.negotiation;
    const parts = DOCUMENTS.filter((d) => frozen[d] !== null);
    const checked = resolveAnswered(state, deadlines, 'T21');
    return state.stage === 'AGREEMENT_PENDING' && parts.length > 0 && basis !== basisOf(state)
      ? [
          event('TermsReopened', { side: null, parts, reason: 'SUBJECT_OR_RULESET_CHANGED' }),
          ...checked,
        ]
      : checked;
  },
};
