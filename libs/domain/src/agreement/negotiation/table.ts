import { isRefusal, type Context, type Refusal } from '../../kernel/decision.js';
import type { Allowed, AnyCommand } from '../../kernel/definition.js';
import type { AgreementEvent, Evolvers } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import { RUN, type Role } from '../../kernel/vocabulary.js';
import type { NegotiationEvents } from './events.js';

/** The agreement with the terms that are being negotiated: in force those of the open amendment, if there is one. */
export function atTable(state: Agreement): Agreement {
  const { amending } = state.negotiation;
  return amending === null
    ? state
    : { ...state, negotiation: { ...state.negotiation, ...amending.terms } };
}

type Events = readonly AgreementEvent[];
type Agreed = (events: Events, state: Agreement, ctx: Context) => Events | Refusal;
const asTheyAre: Agreed = (events) => events;

/** The same command for the terms of an amendment as for those of the agreement: one machinery (lifecycle.md B4). */
export function alsoAmending(definition: AnyCommand, agreed = asTheyAre): AnyCommand {
  const roles = [...new Set<Role>(definition.allowed.flatMap((row) => row.roles))];
  const inForce: Allowed = {
    roles,
    in: RUN,
    when: ({ negotiation }) => negotiation.amending !== null,
  };
  const { open } = definition;
  return {
    ...definition,
    allowed: [...definition.allowed, inForce],
    ...(open !== undefined && { open: (state, ctx) => open(atTable(state), ctx) }),
    decide(state, payload, ctx) {
      const decided = definition.decide(atTable(state), payload, ctx);
      return isRefusal(decided) || state.stage !== 'FORCE' ? decided : agreed(decided, state, ctx);
    },
  };
}

/** What is done to a text, whichever lies on the table. */
export type TermsEvents = Pick<
  NegotiationEvents,
  | 'TermsProposed'
  | 'TermsCountered'
  | 'TermsProposalWithdrawn'
  | 'ClauseAccepted'
  | 'ClauseAgreed'
  | 'ClauseRejected'
  | 'ClauseCommented'
  | 'ClauseTranslated'
  | 'TranslationWaived'
  | 'TermsAccepted'
  | 'TermsReopened'
>;

/** Folds an event of the terms into those that lie on the table. */
export const ontoTable = (evolvers: Evolvers<TermsEvents>): Evolvers<TermsEvents> =>
  Object.fromEntries(
    Object.entries(evolvers).map(([type, evolver]) => {
      const fold = evolver as (state: Agreement, payload: unknown, at: string) => Agreement;
      return [
        type,
        (state: Agreement, payload: unknown, at: string): Agreement => {
          const { amending } = state.negotiation;
          if (amending === null) return fold(state, payload, at);
          const next = fold(atTable(state), payload, at).negotiation;
          const { amending: _, abandoned, ...terms } = next;
          return {
            ...state,
            negotiation: { ...state.negotiation, abandoned, amending: { ...amending, terms } },
          };
        },
      ];
    }),
  ) as unknown as Evolvers<TermsEvents>;
