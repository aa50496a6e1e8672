import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { object, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { PARTNERS, RUN } from '../../kernel/vocabulary.js';
import type { AmendedClause, AmendmentAuthors } from '../execution/state.js';
import { documents, type ClauseView, type Hash } from './documents.js';
import { amendedHashes, asInForce } from './in-force.js';
import { LANGUAGES } from './state.js';
import { atTable } from './table.js';

const allowed = [{ roles: PARTNERS, in: RUN }] as const;

/** Number of the next amendment; one that was given up has used up its own. */
export const nextAmendment = (state: Agreement): number =>
  state.execution.amendments.length + state.negotiation.abandoned + 1;

/** The amendment that is being negotiated, or waits for its signatures. */
const unfinished = ({ negotiation, execution }: Agreement): string | null =>
  negotiation.amending?.id ?? execution.amendments.find((a) => a.stage === 'OPEN')?.id ?? null;

/** One at a time: a text that begins as the one in force must not lose what another puts in force meanwhile. */
export function amendmentOpen(state: Agreement): Refusal | null {
  const id = unfinished(state);
  return id === null ? null : refuse('AMENDMENT_OPEN', 'ST.5.7', { id });
}

export const OpenAmendment = command({
  clause: 'ST.5.7',
  allowed,
  shape: object({ reason: text(4000) }),
  open: amendmentOpen,
  decide(state, { reason }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const id = `A${String(nextAmendment(state))}`;
    return (
      amendmentOpen(state) ?? [
        event('AmendmentOpened', { id, side, reason, hashes: amendedHashes(state, ctx.hash) }),
      ]
    );
  },
});

/** Either side may give an amendment up until both have signed it. */
export const WithdrawAmendment = command({
  clause: 'ST.5.7',
  allowed,
  shape: object({ reason: text(4000) }),
  open: (state) => (unfinished(state) === null ? nothingToDo({ clause: 'ST.5.7' }) : null),
  decide(state, { reason }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const id = unfinished(state);
    return id === null
      ? nothingToDo({ clause: 'ST.5.7' })
      : [event('AmendmentWithdrawn', { id, side, reason })];
  },
});

/** What the terms on the table change in the text in force, clause by clause, with the translations. */
function changesOf(state: Agreement, hash: Hash): readonly AmendedClause[] {
  const before = documents(asInForce(state, hash), hash).clauses;
  const said = (c: ClauseView | undefined) =>
    [c?.hash, ...LANGUAGES.map((l) => c?.translations.find((t) => t.language === l)?.hash)].join();
  return documents(atTable(state), hash)
    .clauses.filter((c) => c.kind !== 'locked' && c.clause !== 'dates' && c.value !== null)
    .filter((c) => said(c) !== said(before.find((b) => b.clause === c.clause)))
    .map(({ clause, value, language, translations }) => ({
      clause,
      ...(language === state.negotiation.language ? {} : { language }),
      value: value ?? {},
      translations: translations.map((t) => ({
        ...{ language: t.language, hash: t.hash, value: t.value },
      })),
    }));
}

/** Who wrote what the amendment says: how many versions there were before tells nothing, for an agreed one drops them. */
const authorsOf = (state: Agreement, changes: readonly AmendedClause[]): AmendmentAuthors =>
  Object.fromEntries(
    changes.flatMap(({ clause }) =>
      (atTable(state).negotiation.clauses[clause] ?? [])
        .slice(-1)
        .map(({ side, proposal }) => [clause, { side, proposal }] as const),
    ),
  );

/** Where both accept the same text, the amendment is agreed in place of `TermsFrozen`: what it changes, and its hash. */
export function amendmentAgreed(
  events: readonly AgreementEvent[],
  state: Agreement,
  ctx: Context,
): readonly AgreementEvent[] | Refusal {
  const frozen = events.find((e) => e.type === 'TermsFrozen');
  const { amending } = state.negotiation;
  if (frozen === undefined || amending === null) return events;
  const { documentHash, end } = frozen.payload;
  const { id, reason, terms } = amending;
  const content = {
    ...{ id, documentHash, reason },
    end: end === state.term?.end ? null : end,
    changes: changesOf(state, ctx.hash).map((c) => ({ ...c })),
    waived: terms.waived,
  };
  return content.end === null && content.changes.length === 0
    ? refuse('TERMS_INCOMPLETE', 'ST.5.5', { missing: ['end or clauses'] })
    : [
        ...events.filter((e) => e !== frozen),
        event('AmendmentAgreed', {
          ...content,
          hash: ctx.hash(content),
          authors: authorsOf(state, content.changes),
        }),
      ];
}
