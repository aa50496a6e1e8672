import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { choice, hash, object, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { NEG, otherSide, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import { currentVersion, versionHash } from './documents.js';
import { textChanged } from './propose.js';
import { LANGUAGES, type ClauseVersion } from './state.js';
import { clauseOf, type Clause } from './template.js';
import { clauseValue, figureFaults, valueFaults } from './values.js';

const allowed = [{ roles: PARTNERS, in: ['AGREEMENT_PENDING'] }] as const;

const unknownClause = (): Refusal =>
  refuse('CLAUSE_INVALID', 'rules 3.2', {
    faults: [{ pointer: '/clause', expected: 'a clause of the template' }],
  });

/** The clause, when it exists and is not locked. */
function negotiable(state: Agreement, id: string): Clause | Refusal {
  const clause = clauseOf(state.type, id);
  if (clause === undefined) return unknownClause();
  return clause.kind === 'locked' ? refuse('CLAUSE_LOCKED', 'rules 3.2', { clause: id }) : clause;
}

/** The version a side answers: current, by hash, and not its own. */
function answerable(
  state: Agreement,
  ctx: Context,
  payload: { readonly clause: string; readonly hash: string },
): { readonly side: Side; readonly version: ClauseVersion } | Refusal {
  const side = sideOf(state, ctx.actor.member);
  if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
  const clause = negotiable(state, payload.clause);
  if (isRefusal(clause)) return clause;
  const changed = textChanged(state, { clause: payload.clause, ofHash: payload.hash });
  if (changed) return changed;
  const version = currentVersion(state, payload.clause);
  if (version === undefined || version.acceptedBy.includes(side)) {
    return refuse('ALREADY_ACCEPTED', 'ST.4(a)', { clause: payload.clause });
  }
  return { side, version };
}

export const AcceptClause = command({
  clause: 'ST.4(a)',
  allowed,
  shape: object({ clause: text(60), hash: hash() }),
  decide(state, payload, ctx) {
    const answer = answerable(state, ctx, payload);
    if (isRefusal(answer)) return answer;
    const { side, version } = answer;
    const accepted = event('ClauseAccepted', { ...payload, side });
    return version.acceptedBy.includes(otherSide(side))
      ? [accepted, event('ClauseAgreed', payload)]
      : [accepted];
  },
});

export const RejectClause = command({
  clause: 'ST.4(a)',
  allowed,
  shape: object({ clause: text(60), hash: hash(), reason: text() }),
  decide(state, payload, ctx) {
    const answer = answerable(state, ctx, payload);
    if (isRefusal(answer)) return answer;
    return answer.version.rejected === payload.reason
      ? []
      : [event('ClauseRejected', { ...payload, side: answer.side })];
  },
});

export const CommentClause = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: [...PARTNERS, 'NOMINEE', 'TPM'], in: NEG }],
  shape: object({ clause: text(60), text: text() }),
  decide: (state, payload, ctx) =>
    clauseOf(state.type, payload.clause) === undefined
      ? unknownClause()
      : [event('ClauseCommented', { ...payload, side: sideOf(state, ctx.actor.member) })],
});

export const TranslateClause = command({
  clause: 'rules 3.2',
  allowed,
  shape: object({
    clause: text(60),
    ofHash: hash(),
    language: choice(...LANGUAGES),
    value: clauseValue,
  }),
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const clause = negotiable(state, payload.clause);
    if (isRefusal(clause)) return clause;
    if (state.negotiation.frozen[clause.document] !== null) {
      return refuse('TERMS_FROZEN', 'ST.5.5', { document: clause.document });
    }
    const changed = textChanged(state, payload);
    if (changed) return changed;
    const source = currentVersion(state, payload.clause);
    const faults =
      payload.language === state.negotiation.language
        ? [{ pointer: '/language', expected: 'the language that is not the authentic one' }]
        : [
            ...valueFaults(clause, payload.value, '/value'),
            ...figureFaults(source?.value, payload.value, '/value'),
          ];
    if (faults.length > 0) {
      return refuse('CLAUSE_INVALID', 'rules 3.2', {
        clause: clause.id,
        faults: faults.map((f) => ({ ...f })),
      });
    }
    const hashed = versionHash(ctx.hash, payload.clause, payload.language, payload.value);
    const repeated = state.negotiation.translations.some(
      (t) => t.clause === payload.clause && t.hash === hashed && t.ofHash === payload.ofHash,
    );
    return repeated ? [] : [event('ClauseTranslated', { ...payload, side, hash: hashed })];
  },
});

export const WaiveTranslation = command({
  clause: 'rules 3.2',
  allowed,
  joint: true,
  shape: object({ language: choice(...LANGUAGES) }),
  decide(state, { language }, ctx) {
    const { frozen, waived } = state.negotiation;
    if (language === state.negotiation.language) {
      return refuse('INVALID_INPUT', 'lifecycle B', {
        faults: [{ pointer: '/language', expected: 'the language that is not the authentic one' }],
      });
    }
    if (waived.includes(language)) return [];
    if (frozen.AGREEMENT !== null || frozen.PLAN !== null) return refuse('TERMS_FROZEN', 'ST.5.5');
    return jointAct(state, ctx, 'WaiveTranslation', { language }, () => [
      event('TranslationWaived', { language }),
    ]);
  },
});
