import type { Agreement } from '../../kernel/state.js';
import type { AmendedClause } from '../execution/state.js';
import {
  amendedValue,
  amendmentsInForce,
  revisedMeetings,
  revisedPlan,
} from '../execution/text-in-force.js';
import { versionHash, type Hash } from './documents.js';
import { atTable } from './table.js';
import { noTerms, type ClauseVersion, type Language, type Terms } from './state.js';

/** What the amendments say in place of the first text, clause by clause; the end of the term is a clause like the others. */
function amendedClauses(state: Agreement): Readonly<Record<string, AmendedClause>> {
  const amendments = amendmentsInForce(state);
  const changed = Object.fromEntries(
    amendments.flatMap((a) => a.changes).map((change) => [change.clause, change]),
  );
  const moved = amendments.findLast((a) => a.end !== null)?.end ?? null;
  const start = state.term?.start ?? null;
  return moved === null || start === null
    ? changed
    : { ...changed, dates: { clause: 'dates', value: { start, end: moved } } };
}

/** In which language a clause was amended. */
const languageOf = (state: Agreement, { language }: AmendedClause): Language =>
  language ?? state.negotiation.language;

/** The hashes of the clauses that amendments have changed: folding has no hash, so the opening of the next records them. */
export const amendedHashes = (state: Agreement, hash: Hash): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(amendedClauses(state)).map((change) => [
      change.clause,
      versionHash(hash, change.clause, languageOf(state, change), amendedValue(change) ?? {}),
    ]),
  );

/** Who wrote what the last amendment of a clause says. */
const authorOf = (state: Agreement, clause: string) =>
  amendmentsInForce(state).findLast(({ changes }) => changes.some((c) => c.clause === clause))
    ?.authors?.[clause];

/** Languages that both do without today. */
export const waivedNow = (state: Agreement): readonly Language[] =>
  amendmentsInForce(state).findLast((a) => a.waived !== undefined)?.waived ??
  state.negotiation.waived;

const agreedByBoth = (
  of: Pick<ClauseVersion, 'hash' | 'language' | 'value' | 'side' | 'proposal'>,
): ClauseVersion => ({ ...of, acceptedBy: ['LEAD', 'TWINNED'], rejected: null });

/** The terms as both have agreed them so far, the amendments in their places (lifecycle.md B4). */
export function agreedTerms(state: Agreement, hashes: Readonly<Record<string, string>>): Terms {
  const { negotiation } = state;
  const amended = amendedClauses(state);
  const current = Object.entries(negotiation.clauses).flatMap(([clause, versions]) =>
    versions.slice(-1).map((version) => [clause, [agreedByBoth(version)]] as const),
  );
  const replaced = Object.values(amended).map((change) => {
    const value = amendedValue(change) ?? {};
    const language = languageOf(state, change);
    const of = { hash: hashes[change.clause] ?? '', language, value };
    const [before] = negotiation.clauses[change.clause]?.slice(-1) ?? [];
    const author = authorOf(state, change.clause) ?? before;
    const by = { side: author?.side ?? 'LEAD', proposal: author?.proposal ?? '' } as const;
    return [change.clause, [agreedByBoth({ ...of, ...by })]] as const;
  });
  const translations = Object.values(amended).flatMap(({ clause, translations: own = [] }) =>
    own.map((t) => ({ ...t, clause, ofHash: hashes[clause] ?? '' })),
  );
  return {
    ...noTerms,
    templateVersion: negotiation.templateVersion,
    templateHash: negotiation.templateHash,
    language: negotiation.language,
    openedAt: negotiation.openedAt,
    basis: negotiation.basis,
    clauses: Object.fromEntries([...current, ...replaced]),
    translations: [
      // The translation of the first text would say what no longer holds.
      ...negotiation.translations.filter((t) => !Object.hasOwn(amended, t.clause)),
      ...translations,
    ],
    waived: waivedNow(state),
  };
}

/** The agreement with what amendments in force have put in the place of its first text. */
export function asInForce(state: Agreement, hash: Hash): Agreement {
  if (amendmentsInForce(state).length === 0) return state;
  const { clauses, translations, waived } = agreedTerms(state, amendedHashes(state, hash));
  const basis = amendmentsInForce(state).findLast((a) => a.basis)?.basis ?? state.negotiation.basis;
  return { ...state, negotiation: { ...state.negotiation, clauses, translations, waived, basis } };
}

/**
 * As `asInForce`, with the plan as both have revised it since, the days of the meetings among it. The translation of what
 * a revision replaces would say what no longer holds: its own takes that place.
 */
export function asPrinted(state: Agreement, hash: Hash): Agreement {
  const inForce = asInForce(state, hash);
  const revised = revisedPlan(state);
  const meetings = revisedMeetings(state);
  if (revised.length === 0 && meetings === null) return inForce;
  const { clauses, translations } = inForce.negotiation;
  const put = revised.map(({ clause, language, value, translations: said }) => {
    const { side = 'LEAD', proposal = '' } = clauses[clause]?.at(-1) ?? {};
    const hashed = versionHash(hash, clause, language, value);
    const version = agreedByBoth({ hash: hashed, language, value, side, proposal });
    const own = said.map((t) => ({
      ...{ ...t, clause, ofHash: hashed },
      hash: versionHash(hash, clause, t.language, t.value),
    }));
    return { clause, version, own };
  });
  return {
    ...inForce,
    negotiation: {
      ...inForce.negotiation,
      ...(meetings !== null && { meetings }),
      clauses: {
        ...clauses,
        ...Object.fromEntries(put.map(({ clause, version }) => [clause, [version]])),
      },
      translations: [
        ...translations.filter((t) => revised.every((r) => r.clause !== t.clause)),
        ...put.flatMap(({ own }) => own),
      ],
    },
  };
}

/** The text that stands today: of the open amendment, else the one in force, else the one being negotiated. */
export const asItStands = (state: Agreement, hash: Hash): Agreement =>
  state.stage === 'FORCE' && state.negotiation.amending !== null
    ? atTable(state)
    : asInForce(state, hash);
