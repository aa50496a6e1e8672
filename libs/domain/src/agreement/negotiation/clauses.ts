import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { choice, hash, object, optional, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { NEG, otherSide, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import { leftToRight } from './demands.js';
import { currentVersion, versionHash } from './documents.js';
import { textChanged } from './propose.js';
import { LANGUAGES, type ClauseVersion, type Language } from './state.js';
import { translationChanged } from './translations.js';
import { clauseOf, type Clause } from './template.js';
import { clauseValue, figureFaults, valueFaults } from './values.js';

const allowed = [{ roles: PARTNERS, in: ['AGREEMENT_PENDING'] }] as const;

const unknownClause = (): Refusal =>
  refuse('CLAUSE_INVALID', 'rules 3.2', {
    faults: [{ pointer: '/clause', expected: 'a clause of the template' }],
  });

/** The clause, when it exists and is not locked. */
function negotiable(state: Agreement, id: string): Clause | Refusal {
  const clause = clauseOf(state, id);
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

/** Some clause reads as the other side wrote it and this side has not taken it. */
const someAnswerable = (state: Agreement, ctx: Context): Refusal | null => {
  const side = sideOf(state, ctx.actor.member);
  return someOf(Object.keys(state.negotiation.clauses), 'ST.4(a)', (clause) => {
    const version = currentVersion(state, clause);
    return version === undefined || side === null || version.acceptedBy.includes(side)
      ? refuse('ALREADY_ACCEPTED', 'ST.4(a)', { clause })
      : null;
  });
};

export const AcceptClause = command({
  clause: 'ST.4(a)',
  allowed,
  shape: object({ clause: text(60), hash: hash() }),
  open: someAnswerable,
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
  open: someAnswerable,
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
    clauseOf(state, payload.clause) === undefined
      ? unknownClause()
      : [event('ClauseCommented', { ...payload, side: sideOf(state, ctx.actor.member) })],
});

/** Some clause of a document that is not frozen has a text to translate. */
const someTranslatable = (state: Agreement): Refusal | null =>
  someOf(Object.keys(state.negotiation.clauses), 'rules 3.2', (id) => {
    const clause = negotiable(state, id);
    if (isRefusal(clause)) return clause;
    return frozenDocument(state, clause);
  });

const frozenDocument = (state: Agreement, { document }: Clause): Refusal | null =>
  state.negotiation.frozen[document] === null
    ? null
    : refuse('TERMS_FROZEN', 'ST.5.5', { document });

export const TranslateClause = command({
  clause: 'rules 3.2',
  allowed,
  shape: object({
    clause: text(60),
    ofHash: hash(),
    language: choice(...LANGUAGES),
    value: clauseValue,
    replaces: optional(hash()),
  }),
  open: someTranslatable,
  decide(state, { replaces = null, ...payload }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const clause = negotiable(state, payload.clause);
    if (isRefusal(clause)) return clause;
    const closed = frozenDocument(state, clause) ?? textChanged(state, payload);
    if (closed) return closed;
    const source = currentVersion(state, payload.clause);
    const faults =
      payload.language === source?.language
        ? [{ pointer: '/language', expected: 'another language than that of the text' }]
        : [
            ...valueFaults(clause, payload.value, '/value'),
            ...leftToRight(state, payload.value, '/value'),
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
    if (repeated) return [];
    const overwritten = translationChanged(state, payload, replaces);
    if (overwritten) return overwritten;
    // One translation more does not take back that both do without the others.
    const stays = state.negotiation.waived.includes(payload.language) && { waiverStays: true };
    return [event('ClauseTranslated', { ...payload, side, hash: hashed, ...stays })];
  },
});

const someFrozen = ({ negotiation: { frozen } }: Agreement): Refusal | null =>
  frozen.AGREEMENT !== null || frozen.PLAN !== null ? refuse('TERMS_FROZEN', 'ST.5.5') : null;

/** Both do without this language, and nothing stands in it: what was translated since can be waived again. */
const isWaived = ({ negotiation: { waived, translations } }: Agreement, language: Language) =>
  waived.includes(language) && !translations.some((t) => t.language === language);

export const WaiveTranslation = command({
  clause: 'rules 3.2',
  allowed,
  joint: true,
  shape: object({ language: choice(...LANGUAGES) }),
  open(state, { actor }) {
    // There is one language to do without: a side that has proposed it waits for the other.
    const proposed = state.jointActs['WaiveTranslation']?.side;
    const done =
      LANGUAGES.some((l) => isWaived(state, l)) ||
      proposed === (sideOf(state, actor.member) ?? 'NOBODY');
    return someFrozen(state) ?? (done ? nothingToDo({ clause: 'rules 3.2' }) : null);
  },
  decide(state, { language }, ctx) {
    if (language === state.negotiation.language) {
      return refuse('INVALID_INPUT', 'lifecycle B', {
        faults: [{ pointer: '/language', expected: 'the language that is not the authentic one' }],
      });
    }
    if (isWaived(state, language)) return [];
    const wrong = someFrozen(state);
    if (wrong) return wrong;
    return jointAct(state, ctx, { kind: 'WaiveTranslation', content: { language } }, () => [
      event('TranslationWaived', { language }),
    ]);
  },
});
