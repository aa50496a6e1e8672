import type { Day } from '../../calendar/day.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import {
  choice,
  date,
  hash,
  id,
  list,
  object,
  optional,
  text,
  type JsonObject,
} from '../../kernel/schema.js';
import { SEAL_FIELDS } from '../../kernel/seal.js';
import type { Actor } from '../../kernel/principal.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { otherSide, PARTNERS, RUN, TWINNING_TYPES } from '../../kernel/vocabulary.js';
import { nextAmendment } from '../negotiation/amending.js';
import { amendmentToSign } from '../negotiation/finished.js';
import { documents } from '../negotiation/documents.js';
import { asInForce, waivedNow } from '../negotiation/in-force.js';
import { demandsUnmet, leftToRight } from '../negotiation/demands.js';
import { gapsLeft } from '../negotiation/gaps.js';
import { valueRefusal } from '../negotiation/propose.js';
import { recordedSeal, sealFits, signedText } from '../negotiation/seals.js';
import { LANGUAGES, type Language, type Signatory } from '../negotiation/state.js';
import { clauseOf, templateOf } from '../negotiation/template.js';
import { meetingDates, outsideTerm } from '../negotiation/term.js';
import { clauseShapes, hasWords, type ClauseValues } from '../negotiation/values.js';
import type { AmendedClause, Amendment, AmendmentAuthors } from './state.js';

const FROZEN_FIELDS = ['type', 'lead', 'twinned', 'committee', 'workingGroup', 'start'] as const;

/** Structured clauses of the agreement: each is given whole. Dates are the end alone, the plan has `RevisePlan`. */
const STRUCTURED = ['objectives', 'responsibilities', 'training', 'meetings', 'finance'] as const;
type Structured = { readonly [K in (typeof STRUCTURED)[number]]?: ClauseValues[K] };

interface Changes extends Structured {
  readonly language?: Language;
  readonly end?: Day;
  readonly clauses?: readonly { readonly clause: string; readonly text: string }[];
}

const GIVEN_UP: readonly Amendment['stage'][] = ['EXPIRED', 'WITHDRAWN'];

/** Type, pair, committee, WG and start never change; the request for a change of them is a new twinning (OQ-18). */
const frozen = (payload: Readonly<Record<string, unknown>>): Refusal | null => {
  const field = FROZEN_FIELDS.find((f) => payload[f] !== undefined);
  return field === undefined ? null : refuse('FROZEN_AFTER_SUBMISSION', 'ST.5.7', { field });
};

/** No extension (ST.5.7): the end moves only earlier, and never before today. */
export function endFits(state: Agreement, end: Day | null, ctx: Context): Refusal | null {
  const { term } = state;
  if (end === null || term === null) return null;
  if (end >= term.end) return refuse('EXTENSION_FORBIDDEN', 'ST.5.7', { end, current: term.end });
  return end < ctx.today || end < term.start
    ? refuse('END_DATE_PAST', 'ST.5.7', { end, today: ctx.today })
    : null;
}

function clausesFit(state: Agreement, changes: Changes): Refusal | null {
  for (const [index, { clause, text: words }] of (changes.clauses ?? []).entries()) {
    const reversed = leftToRight(state, words, `/clauses/${String(index)}/text`);
    if (reversed.length > 0) {
      return refuse('CLAUSE_INVALID', 'rules 3.2', { faults: reversed.map((f) => ({ ...f })) });
    }
    const known = clauseOf(state, clause);
    if (changes.clauses?.findIndex((c) => c.clause === clause) !== index) {
      const fault = {
        pointer: `/clauses/${String(index)}/clause`,
        expected: 'a clause changed once',
      };
      return refuse('CLAUSE_INVALID', 'rules 3.2', { faults: [fault] });
    }
    if (known?.kind === 'locked') return refuse('CLAUSE_LOCKED', 'ST.4(d)', { clause });
    if (clause === 'dates') return refuse('FROZEN_AFTER_SUBMISSION', 'ST.5.7', { field: 'start' });
    if (known?.kind !== 'open') return refuse('CLAUSE_INVALID', 'ST.5.5', { clause });
  }
  return changes.end === undefined && changesOf(changes).length === 0
    ? refuse('TERMS_INCOMPLETE', 'ST.5.5', { missing: ['end or clauses'] })
    : null;
}

/** What the payload changes, clause by clause, as both sign it. */
const changesOf = (changes: Changes): readonly AmendedClause[] => [
  ...(changes.clauses ?? []),
  ...STRUCTURED.flatMap((clause) => {
    const value = changes[clause];
    return value === undefined ? [] : [{ clause, value }];
  }),
];

/** The validation of rules.md 3.2, as in the negotiation: ids, money, and every date inside the term. */
function valuesFit(state: Agreement, changes: Changes, ctx: Context): Refusal | null {
  const { term } = state;
  if (term === null) return null;
  const dates = { start: term.start, end: changes.end ?? term.end };
  for (const { clause, value } of changesOf(changes)) {
    const known = clauseOf(state, clause);
    if (value === undefined || known === undefined) continue;
    const wrong = valueRefusal(state, known, value, `/${clause}`);
    if (wrong) return wrong;
    const outside = outsideTerm(value, dates, `/${clause}`);
    if (outside.length > 0) {
      return refuse('TERMS_INCOMPLETE', 'rules 3.2', { outsideTerm: outside, ...dates });
    }
    const unmet = demandsUnmet(state, { [clause]: value }, dates);
    if (unmet) return unmet;
  }
  const left = leftOutside(state, changes, ctx);
  if (left.length > 0) {
    return refuse('TERMS_INCOMPLETE', 'rules 3.2', { outsideTerm: left, ...dates });
  }
  return gapsLeft(
    state,
    changesOf(changes).map((c) => ({ clause: c.clause, values: [c.value ?? c.text] })),
  );
}

const inForceNow = (state: Agreement, { hash }: Context) =>
  documents(asInForce(state, hash), hash).clauses;

/** What stands in the agreement, is not changed, and would be owed after an earlier end. */
function leftOutside(state: Agreement, changes: Changes, ctx: Context): readonly string[] {
  const { end } = changes;
  const { term } = state;
  if (end === undefined || term === null) return [];
  const changed = changesOf(changes).map((c) => c.clause);
  return inForceNow(state, ctx)
    .filter((c) => c.document === 'AGREEMENT' && c.kind === 'structured' && c.clause !== 'dates')
    .filter((c) => !changed.includes(c.clause))
    .flatMap((c) => outsideTerm(c.value, { start: term.start, end }, `/${c.clause}`));
}

/** What is being negotiated clause by clause is agreed there. */
const onTheTable = ({ negotiation: { amending } }: Agreement): Refusal | null =>
  amending === null ? null : refuse('AMENDMENT_OPEN', 'ST.5.7', { id: amending.id });

/**
 * In one step there is no translation: words that would stand in one language only are negotiated (`OpenAmendment`), and so
 * are those beside which a translation stands, waived or not: it is part of what both signed.
 */
function wordsFit(state: Agreement, changes: Changes, ctx: Context): Refusal | null {
  const { language: authentic } = state.negotiation;
  const { language = authentic } = changes;
  const waived = waivedNow(state);
  const required = templateOf(state).translations === 'REQUIRED';
  const stands = inForceNow(state, ctx);
  const owed = (clause: string) =>
    LANGUAGES.filter((l) => l !== language).some(
      (l) =>
        l === authentic ||
        (required && !waived.includes(l)) ||
        stands.some((c) => c.clause === clause && c.translations.some((t) => t.language === l)),
    );
  const clauses = changesOf(changes)
    .filter((c) => hasWords(c.value ?? c.text) && owed(c.clause))
    .map((c) => c.clause);
  return clauses.length === 0
    ? null
    : refuse('TRANSLATION_OUTDATED', 'rules 3.2', { clauses, instead: 'OpenAmendment' });
}

/** The second partner makes it agreed: the words are those of the first. */
function proposedBy(
  state: Agreement,
  changes: readonly AmendedClause[],
  { actor }: Context,
): AmendmentAuthors {
  const second = sideOf(state, actor.member);
  return second === null
    ? {}
    : Object.fromEntries(
        changes.map(({ clause }) => [clause, { side: otherSide(second), proposal: '' }]),
      );
}

/**
 * An amendment that both have ready: each sends the same whole content. One that is still to be negotiated, clause by
 * clause and in two languages, begins with `OpenAmendment`.
 */
export const AmendAgreement = command({
  clause: 'ST.5.7',
  joint: true,
  allowed: [{ roles: PARTNERS, in: RUN }],
  open: onTheTable,
  shape: object({
    reason: text(4000),
    end: optional(date()),
    language: optional(choice(...LANGUAGES)),
    clauses: optional(list(object({ clause: text(40), text: text(4000) }), 1, 30)),
    objectives: optional(clauseShapes.objectives),
    responsibilities: optional(clauseShapes.responsibilities),
    training: optional(clauseShapes.training),
    meetings: optional(clauseShapes.meetings),
    finance: optional(clauseShapes.finance),
    type: optional(choice(...TWINNING_TYPES)),
    lead: optional(id()),
    twinned: optional(id()),
    committee: optional(id()),
    workingGroup: optional(text(40)),
    start: optional(date()),
  }),
  decide(state, payload, ctx) {
    const { reason, end = null } = payload;
    const wrong =
      frozen(payload) ??
      onTheTable(state) ??
      endFits(state, end, ctx) ??
      clausesFit(state, payload) ??
      valuesFit(state, payload, ctx) ??
      wordsFit(state, payload, ctx);
    if (wrong) return wrong;
    const number = nextAmendment(state);
    const changes = changesOf(payload).map((c) => ({ ...c }));
    const content = { amendment: number, end, changes, reason };
    // Agreed a moment ago: said again it is no new proposal, unless it was given up since.
    const last = state.execution.amendments.at(-1);
    const again = ctx.hash({ ...content, amendment: number - 1 });
    if (last?.hash === again && !GIVEN_UP.includes(last.stage)) return [];
    const act = { kind: 'AmendAgreement', content, payload: { ...payload } as JsonObject };
    return jointAct(state, ctx, act, () => [
      event('AmendmentAgreed', {
        id: `A${String(number)}`,
        hash: ctx.hash(content),
        end,
        changes,
        authors: proposedBy(state, changes, ctx),
        reason,
      }),
    ]);
  },
});

// By name and by body: whoever has left the body that named them signs nothing for it any more.
const isSignatory = (of: Signatory, state: Agreement, { person, member }: Actor): boolean =>
  of.person === person && of.side === sideOf(state, member);

export const SignAmendment = command({
  clause: 'ST.5.5',
  stepUp: true,
  allowed: [{ roles: ['SIGNATORY'], in: RUN }],
  shape: object({ hash: hash(), ...SEAL_FIELDS }),
  open(state, { actor }) {
    const amendment = amendmentToSign(state);
    if (amendment === undefined) return refuse('TERMS_NOT_FROZEN', 'ST.5.5');
    const own = state.negotiation.signatories.filter((s) => isSignatory(s, state, actor));
    return someOf(own, 'ST.5.5', ({ side }) =>
      amendment.signed.some((s) => s.side === side)
        ? refuse('ALREADY_SIGNED', 'ST.5.5', { side })
        : null,
    );
  },
  decide(state, { hash: read, ...sealed }, ctx) {
    const amendment = amendmentToSign(state);
    if (amendment === undefined) return refuse('TERMS_NOT_FROZEN', 'ST.5.5');
    const who = state.negotiation.signatories.find((s) => isSignatory(s, state, ctx.actor));
    if (who === undefined) return refuse('NOT_SIGNATORY', 'ST.5.5');
    if (read !== amendment.hash) {
      return refuse('TEXT_CHANGED', 'ST.5.5', { read, current: amendment.hash });
    }
    const { side, person } = who;
    if (amendment.signed.some((s) => s.side === side)) return [];
    const other = amendment.signed.find((s) => s.side === otherSide(side));
    if (other?.person === person) return refuse('SAME_SIGNATORY', 'ST.4(d)', { person });
    const originalNo = amendment.signed.length + 1;
    const unsealed = sealFits(sealed, signedText(state.id, read, originalNo), other, ctx);
    if (unsealed) return unsealed;
    const by = { id: amendment.id, side, person, hash: read, originalNo };
    const signed = event('AmendmentSigned', { ...by, ...recordedSeal(sealed) });
    if (other === undefined) return [signed];
    return endFits(state, amendment.end, ctx) ?? [signed, inForce(state, amendment, ctx)];
  },
});

const inForce = (state: Agreement, amendment: Amendment, ctx: Context): AgreementEvent =>
  event('AgreementAmended', {
    ...plannedAnew(state, amendment),
    id: amendment.id,
    version: state.execution.amendments.filter((a) => a.stage === 'IN_FORCE').length + 2,
    effectiveOn: ctx.today,
    end: amendment.end,
    changes: amendment.changes,
  });

/** The quarterly meetings under the amended clause, up to the end that the amendment may move (T25). */
function plannedAnew(state: Agreement, { changes, end }: Amendment) {
  const meetings = changes.find((c) => c.clause === 'meetings')?.value;
  if (meetings === undefined || state.term === null) return {};
  const dates = { start: state.term.start, end: end ?? state.term.end };
  const { dates: planned } = meetings as unknown as ClauseValues['meetings'];
  return { meetingDates: meetingDates(state, dates, planned) };
}
