import { refuse, type Context, type Refusal, isRefusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import {
  choice,
  hash,
  list,
  nullable,
  object,
  optional,
  text,
  type JsonObject,
} from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { otherSide, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import { CURRENCIES } from './currencies.js';
import { leftToRight } from './demands.js';
import { currentValue, currentVersion, versionHash } from './documents.js';
import type { TermsChange } from './events.js';
import { bothFrozen, owedBy, unansweredIn } from './openness.js';
import { idsIn, idsShared, PLAN_LISTS } from './plan-ids.js';
import { LANGUAGES, type Language, type Proposal } from './state.js';
import { clauseOf, type Clause } from './template.js';
import { datesFitNow, type Dates } from './term.js';
import { clauseValue, valueFaults } from './values.js';

/** Largest change list in bytes of UTF-8 JSON; longer texts are documents and travel by hash. */
export const MAX_PROPOSAL_BYTES = 65_536;

/** A change as a partner sends it. */
export interface Change {
  readonly clause: string;
  readonly ofHash: string | null;
  readonly language: Language;
  readonly value: JsonObject;
}

const changeList = () =>
  list(
    object({
      clause: text(60),
      ofHash: nullable(hash()),
      language: choice(...LANGUAGES),
      value: clauseValue,
    }),
    1,
    60,
  );

const allowed = [{ roles: PARTNERS, in: ['AGREEMENT_PENDING'] }] as const;

/** Why the whole text is closed to changes now. */
const notFrozen = (state: Agreement): Refusal | null =>
  bothFrozen(state) ? refuse('TERMS_FROZEN', 'ST.5.5') : null;

export const ProposeTerms = command({
  clause: 'ST.5.5',
  allowed,
  shape: object({ changes: changeList() }),
  open: notFrozen,
  decide(state, { changes }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const accepted = accept(state, changes, ctx);
    if (isRefusal(accepted) || accepted.length === 0) return accepted as Refusal | [];
    return [event('TermsProposed', { proposal: nextProposal(state), side, changes: accepted })];
  },
});

const owesNothing = (state: Agreement, side: Side | null): Refusal | null =>
  side === null || owedBy(state, side).length > 0 ? null : refuse('ALREADY_ANSWERED', 'ST.4(a)');

export const CounterTerms = command({
  clause: 'ST.5.5',
  allowed,
  shape: object({ answersTo: optional(text(20)), changes: changeList() }),
  open: (state, ctx) => notFrozen(state) ?? owesNothing(state, sideOf(state, ctx.actor.member)),
  decide(state, { answersTo, changes }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const frozen = notFrozen(state);
    if (frozen) return frozen;
    const owed = owedBy(state, side);
    const answered =
      answersTo === undefined
        ? answeredBest(state, owed, changes)
        : owed.find((p) => p.id === answersTo);
    if (answered === undefined) {
      return refuse('ALREADY_ANSWERED', 'ST.4(a)', { owed: owed.map((p) => p.id) });
    }
    const accepted = accept(state, changes, ctx);
    if (isRefusal(accepted) || accepted.length === 0) return accepted as Refusal | [];
    return [
      event('TermsCountered', {
        proposal: nextProposal(state),
        side,
        answersTo: answered.id,
        changes: accepted,
      }),
    ];
  },
});

/** The newest proposal of which a clause is changed; the newest of all where none is. */
function answeredBest(state: Agreement, owed: readonly Proposal[], changes: readonly Change[]) {
  const changed = changes.map(({ clause }) => clause);
  return (
    owed.findLast((p) => unansweredIn(state, p).some((clause) => changed.includes(clause))) ??
    owed.at(-1)
  );
}

// Those of an amendment bear its id: a proposal is named once in the life of an agreement.
function nextProposal({ stage, negotiation: { amending, proposals } }: Agreement): string {
  const of = stage === 'FORCE' && amending !== null ? `${amending.id}.` : '';
  return `${of}P${String(proposals.length + 1)}`;
}

/** The changes that change something, each with the hash of its version; or the first refusal. */
export function accept(
  state: Agreement,
  changes: readonly Change[],
  ctx: Context,
): readonly TermsChange[] | Refusal {
  const bytes = utf8Length(JSON.stringify(changes));
  if (bytes > MAX_PROPOSAL_BYTES) {
    return refuse('INVALID_INPUT', 'lifecycle B', {
      faults: [
        { pointer: '/changes', expected: `at most ${String(MAX_PROPOSAL_BYTES)} bytes of JSON` },
      ],
      bytes,
    });
  }
  for (const [index, change] of changes.entries()) {
    const refusal = changeRefusal(state, changes, index, change, ctx);
    if (refusal) return refusal;
  }
  return planRefusal(state, changes) ?? changed(changes, ctx);
}

const changed = (changes: readonly Change[], ctx: Context): readonly TermsChange[] =>
  changes
    .map((c) => ({ ...c, hash: versionHash(ctx.hash, c.clause, c.language, c.value) }))
    .filter((c) => c.hash !== c.ofHash);

/** The lists of the plan as they would stand beside each other. */
function planRefusal(state: Agreement, changes: readonly Change[]): Refusal | null {
  const lists = PLAN_LISTS.map((list) => {
    const index = changes.findIndex((c) => c.clause === list);
    const value = changes[index]?.value ?? currentValue(state, list) ?? undefined;
    const at = index < 0 ? null : `/changes/${String(index)}/value`;
    return { list, ids: idsIn(value), at };
  });
  return idsShared(state, lists);
}

function changeRefusal(
  state: Agreement,
  all: readonly Change[],
  index: number,
  change: Change,
  ctx: Context,
): Refusal | null {
  const pointer = `/changes/${String(index)}`;
  const clause = clauseOf(state, change.clause);
  if (clause === undefined) return invalid(`${pointer}/clause`, 'a clause of the template');
  if (clause.kind === 'locked') {
    return refuse('CLAUSE_LOCKED', 'rules 3.2', { clause: clause.id });
  }
  if (state.negotiation.frozen[clause.document] !== null) {
    return refuse('TERMS_FROZEN', 'ST.5.5', { document: clause.document });
  }
  if (all.findIndex((c) => c.clause === change.clause) < index) {
    return invalid(`${pointer}/clause`, 'a clause changed once');
  }
  return (
    textChanged(state, change) ??
    valueRefusal(state, clause, change.value, `${pointer}/value`) ??
    (clause.id === 'dates' ? datesFitNow(state, change.value as unknown as Dates, ctx) : null)
  );
}

const invalid = (pointer: string, expected: string): Refusal =>
  refuse('CLAUSE_INVALID', 'rules 3.2', { faults: [{ pointer, expected }] });

/** Refuses what was written against another version and shows the one that is current (lifecycle.md D11). */
export function textChanged(
  state: Agreement,
  { clause, ofHash }: { readonly clause: string; readonly ofHash: string | null },
): Refusal | null {
  const current = currentVersion(state, clause);
  if ((current?.hash ?? null) === ofHash) return null;
  const base = state.negotiation.clauses[clause]?.find((v) => v.hash === ofHash);
  return refuse('TEXT_CHANGED', 'lifecycle D11', {
    clause,
    ofHash,
    ofValue: base?.value ?? null,
    current: current?.hash ?? null,
    currentValue: current?.value ?? null,
    changedBy: current?.side ?? null,
  });
}

/** Why a value cannot be that of the clause (rules.md 3.2); `pointer` is where it stands in the payload. */
export function valueRefusal(
  state: Agreement,
  clause: Pick<Clause, 'id'>,
  value: JsonObject,
  pointer: string,
): Refusal | null {
  const faults = [...valueFaults(clause, value, pointer), ...leftToRight(state, value, pointer)];
  if (faults.length > 0) {
    return refuse('CLAUSE_INVALID', 'rules 3.2', {
      clause: clause.id,
      faults: faults.map((f) => ({ ...f })),
    });
  }
  const { currency } = value;
  return clause.id === 'finance' && typeof currency === 'string' && !CURRENCIES.has(currency)
    ? refuse('CURRENCY_UNKNOWN', 'rules 2.9', { currency })
    : null;
}

// The domain has no encoder: count the bytes that each character takes in UTF-8.
function utf8Length(of: string): number {
  let bytes = 0;
  for (const char of of) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A proposal is its author's to withdraw until the other side has answered it. */
function mayWithdraw(state: Agreement, proposal: Proposal, ctx: Context): Refusal | null {
  const side = sideOf(state, ctx.actor.member);
  if (side === null || proposal.side !== side) return refuse('FORBIDDEN_ROLE', 'ST.4(a)');
  const answered =
    proposal.counteredBy !== null ||
    proposal.clauses.some((clause) => answeredBy(state, clause, proposal.id, otherSide(side)));
  return answered
    ? refuse('ALREADY_ANSWERED', 'ST.4(a)', { counteredBy: proposal.counteredBy })
    : null;
}

export const WithdrawProposal = command({
  clause: 'ST.4(a)',
  allowed,
  shape: object({ proposal: text(20) }),
  open: (state, ctx) =>
    someOf(
      state.negotiation.proposals.filter((p) => !p.withdrawn),
      'ST.4(a)',
      (p) => mayWithdraw(state, p, ctx),
    ),
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const proposal = state.negotiation.proposals.find((p) => p.id === payload.proposal);
    if (proposal === undefined) {
      return refuse('INVALID_INPUT', 'lifecycle B', {
        faults: [{ pointer: '/proposal', expected: 'a proposal of these terms' }],
      });
    }
    if (side === proposal.side && proposal.withdrawn) return [];
    const { side: author } = proposal;
    return (
      mayWithdraw(state, proposal, ctx) ?? [
        event('TermsProposalWithdrawn', { proposal: proposal.id, side: author }),
      ]
    );
  },
});

/** True when the other side accepted this proposal's version of the clause or put its own in its place. */
function answeredBy(state: Agreement, clause: string, proposal: string, other: Side): boolean {
  const versions = state.negotiation.clauses[clause] ?? [];
  const at = versions.findIndex((v) => v.proposal === proposal);
  return (
    at === -1 ||
    versions[at]?.acceptedBy.includes(other) === true ||
    versions.slice(at + 1).some((v) => v.side === other)
  );
}
