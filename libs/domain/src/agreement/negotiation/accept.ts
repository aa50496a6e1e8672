import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { choice, hash, list, object, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { otherSide, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import { demandsUnmet } from './demands.js';
import { currentValue, documents, type DocumentsView } from './documents.js';
import { gapsLeft, saidIn } from './gaps.js';
import { assertTemplate } from './open.js';
import { bothSigned } from './openness.js';
import { personsInText } from './persons.js';
import { idsIn, idsShared, isPlanList } from './plan-ids.js';
import { DOCUMENTS } from './state.js';
import { namesPersons } from './template.js';
import { datesFitNow, outsideTerm } from './term.js';

const allowed = [{ roles: PARTNERS, in: ['AGREEMENT_PENDING'] }] as const;

/** What still stands between the text and its acceptance: rules.md 3.2, plan, rejections, translations, G9. */
export const termsIncomplete = (
  state: Agreement,
  view: Pick<DocumentsView, 'clauses'>,
  ctx: Context,
): Refusal | null =>
  firstRefusal(
    missing(view, 'AGREEMENT'),
    datesAgreeable(state, ctx),
    missing(view, 'PLAN'),
    rejected(view),
    gapsLeft(state, saidIn(atIssue(state, view))),
    planIdsOnce(state, view),
    untranslated(view),
    insideTerm(state, view),
    asDemanded(state, view),
  );

function missing(
  view: Pick<DocumentsView, 'clauses'>,
  document: 'AGREEMENT' | 'PLAN',
): Refusal | null {
  const clauses = view.clauses
    .filter((c) => c.document === document && c.required && c.value === null)
    .map((c) => c.clause);
  const others = clauses.filter((c) => c !== 'dates');
  if (clauses.length === 0) return null;
  if (document === 'PLAN') return refuse('PLAN_MISSING', 'ST.5.5', { missing: clauses });
  return others.length === 0
    ? refuse('END_DATE_MISSING', 'ST.5.5', { missing: clauses })
    : refuse('TERMS_INCOMPLETE', 'rules 3.2', { missing: clauses });
}

function datesAgreeable(state: Agreement, ctx: Context): Refusal | null {
  const dates = currentValue(state, 'dates');
  return dates === null ? null : datesFitNow(state, dates, ctx);
}

function rejected(view: Pick<DocumentsView, 'clauses'>): Refusal | null {
  const clause = view.clauses.find((c) => c.rejected !== null);
  return clause === undefined
    ? null
    : refuse('CLAUSE_REJECTED', 'ST.4(a)', { clause: clause.clause, reason: clause.rejected });
}

function untranslated(view: Pick<DocumentsView, 'clauses'>): Refusal | null {
  const clauses = view.clauses.filter((c) => c.untranslated.length > 0).map((c) => c.clause);
  return clauses.length === 0 ? null : refuse('TRANSLATION_OUTDATED', 'rules 3.2', { clauses });
}

/** The clauses that this acceptance is about: the plan in force has its own way to change (`RevisePlan`). */
const atIssue = (state: Agreement, view: Pick<DocumentsView, 'clauses'>) =>
  view.clauses.filter((c) => state.stage !== 'FORCE' || c.document === 'AGREEMENT');

// A proposal that is withdrawn puts an earlier list beside one that was written since.
function planIdsOnce(state: Agreement, view: Pick<DocumentsView, 'clauses'>): Refusal | null {
  const lists = atIssue(state, view).flatMap(({ clause, value }) =>
    isPlanList(clause) ? [{ list: clause, ids: idsIn(value ?? undefined), at: `/${clause}` }] : [],
  );
  return idsShared(state, lists);
}

// Start and end may move after a clause was written, so its dates are looked at when the whole is accepted.
function insideTerm(state: Agreement, view: Pick<DocumentsView, 'clauses'>): Refusal | null {
  const dates = currentValue(state, 'dates');
  if (dates === null) return null;
  const outside = atIssue(state, view)
    .filter((c) => c.kind === 'structured' && c.value !== null)
    .flatMap((c) => outsideTerm(c.value, dates).map((at) => `/${c.clause}${at}`));
  return outside.length === 0
    ? null
    : refuse('TERMS_INCOMPLETE', 'rules 3.2', { outsideTerm: outside, ...dates });
}

function asDemanded(state: Agreement, view: Pick<DocumentsView, 'clauses'>): Refusal | null {
  const dates = currentValue(state, 'dates');
  if (dates === null) return null;
  const written = atIssue(state, view)
    .filter((c) => c.value !== null)
    .map((c) => [c.clause, c.value ?? undefined] as const);
  return demandsUnmet(state, Object.fromEntries(written), dates);
}

type Pair = Pick<DocumentsView, 'documentHash' | 'planHash'>;

const hasAccepted = (state: Agreement, { documentHash, planHash }: Pair, side: Side): boolean =>
  state.negotiation.acceptances.some(
    (a) => a.side === side && a.documentHash === documentHash && a.planHash === planHash,
  );

export const AcceptTerms = command({
  clause: 'ST.5.5',
  allowed,
  shape: object({ documentHash: hash(), planHash: hash() }),
  open(state, ctx) {
    const view = documents(state, ctx.hash);
    const side = sideOf(state, ctx.actor.member);
    return side !== null && hasAccepted(state, view, side)
      ? nothingToDo({ clause: 'ST.5.5' })
      : termsIncomplete(state, view, ctx);
  },
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const view = documents(state, ctx.hash);
    const { documentHash, planHash } = view;
    if (payload.documentHash !== documentHash || payload.planHash !== planHash) {
      return refuse('TEXT_CHANGED', 'lifecycle D12', { documentHash, planHash });
    }
    if (hasAccepted(state, view, side)) return [];
    const wrong = termsIncomplete(state, view, ctx);
    if (wrong) return wrong;
    assertTemplate(state, ctx.hash);
    const accepted = event('TermsAccepted', { side, documentHash, planHash });
    const dates = currentValue(state, 'dates');
    return hasAccepted(state, view, otherSide(side)) && dates !== null
      ? [
          accepted,
          event('TermsFrozen', { documentHash, planHash, ...dates, ...personsNamed(state, ctx) }),
        ]
      : [accepted];
  },
});

/** The text goes on to name whom it named when it was frozen, whoever takes their place. */
const personsNamed = (state: Agreement, ctx: Context) =>
  namesPersons(state) ? { persons: personsInText(state, ctx.hash) } : {};

// Signatures are on the agreement's hash: the plan reopens without touching them.
function mayReopen(state: Agreement, document: (typeof DOCUMENTS)[number]): Refusal | null {
  if (document === 'AGREEMENT') {
    return bothSigned(state) ? refuse('BOTH_SIGNED', 'ST.5.5') : null;
  }
  // An amendment has no plan: the one in force is revised.
  return state.stage === 'FORCE' ? refuse('TERMS_FROZEN', 'ST.5.5', { document }) : null;
}

export const ReopenTerms = command({
  clause: 'ST.4(a)',
  allowed,
  shape: object({ parts: list(choice(...DOCUMENTS), 1, 2), reason: text() }),
  open: (state) =>
    someOf(
      DOCUMENTS.filter((d) => state.negotiation.frozen[d] !== null),
      'ST.4(a)',
      (d) => mayReopen(state, d),
    ),
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const parts = DOCUMENTS.filter(
      (d) => payload.parts.includes(d) && state.negotiation.frozen[d] !== null,
    );
    if (parts.length === 0) return [];
    const wrong = firstRefusal(...parts.map((d) => mayReopen(state, d)));
    return wrong ?? [event('TermsReopened', { side, parts, reason: payload.reason })];
  },
});
