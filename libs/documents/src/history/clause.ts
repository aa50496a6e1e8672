import {
  versionHash,
  type EventMap,
  type Hash,
  type JsonObject,
  type Language,
  type Side,
} from '@twinning/domain';
import { differenceOfValues } from '../difference/clauses.js';
import type { UnitDifference } from '../difference/units.js';
import {
  jointWording,
  proposedNow,
  revisedTranslation,
  type Agreed,
  type JointWording,
} from './joint.js';

import { accept, agree, isGone, proposalsOf, withdraw, type Told } from './standing.js';

/** An event of an agreement with who and when, as the record has it. */
export interface ToldEvent {
  readonly type: string;
  readonly payload: JsonObject;
  readonly version: number;
  readonly index: number;
  readonly occurredAt: string;
  readonly person: string | null;
  readonly member: number | string | null;
}

/** Who did something, when, and where the record says so. */
export interface Deed {
  readonly side: Side | null;
  readonly person: string | null;
  readonly member: number | string | null;
  readonly at: string;
  readonly version: number;
  readonly index: number;
}

export interface ClauseVersionTold extends Deed {
  readonly hash: string;
  readonly language: Language;
  readonly value: JsonObject;
  readonly proposal: string;
  /** The proposal that this one answers; null for one made unasked. */
  readonly answersTo: string | null;
  /** The version in whose place it came. */
  readonly replaces: string | null;
  readonly standing: 'CURRENT' | 'REPLACED' | 'WITHDRAWN';
  readonly accepted: readonly Deed[];
  readonly agreed: Deed | null;
  readonly rejected: readonly (Deed & { readonly reason: string })[];
  /** What it changed in the version that it replaced, word by word. */
  readonly difference: readonly UnitDifference[];
}

export interface ClauseHistory {
  readonly clause: string;
  readonly versions: readonly ClauseVersionTold[];
  readonly translations: readonly (Deed & {
    readonly ofHash: string;
    readonly hash: string;
    readonly language: Language;
    readonly value: JsonObject;
    /** Both have done without this language since. */
    readonly waived: boolean;
    /** Given up with the proposal or the amendment that it was made for. */
    readonly withdrawn: boolean;
    /** What it changed in the translation before it, word by word. */
    readonly difference: readonly UnitDifference[];
  })[];
  readonly comments: readonly (Deed & { readonly text: string })[];
}

type Payload<K extends keyof EventMap> = EventMap[K];
type Translated = Omit<
  ClauseHistory['translations'][number],
  'waived' | 'withdrawn' | 'difference'
>;

const deedOf = (e: ToldEvent, side: Side | null): Deed => ({
  side,
  person: e.person,
  member: e.member,
  at: e.occurredAt,
  version: e.version,
  index: e.index,
});

/**
 * Everything that was written, answered and said about a clause, from the events of its agreement in order. `hash` is
 * that of decisions: what both agreed to in one step is recorded without the hash of its wording.
 */
export function clauseHistory(
  events: readonly ToldEvent[],
  clause: string,
  hash: Hash,
): ClauseHistory {
  let authentic: Language = 'en';
  /** Agreed in one step and not signed by both yet. */
  let unsigned: string | null = null;
  const acts = new Map<string, Agreed>();
  const versions: Told[] = [];
  const translations: Translated[] = [];
  /** Translations that both have done without since; and those of the text in force while an amendment is open. */
  let waived: ReadonlySet<object> = new Set();
  let inForce: ReadonlySet<object> | null = null;
  /** How many translations there were when the amendment was opened; and those that were given up with one. */
  let before = 0;
  const dropped = new Set<object>();
  const comments: ClauseHistory['comments'][number][] = [];
  const current = () => versions.findLast((v) => v.standing === 'CURRENT');
  for (const event of events) {
    // The log's events of a type have that type's payload.
    const as = <K extends keyof EventMap>(_: K) => event.payload as unknown as Payload<K>;
    const joint = jointWording(event, clause, current()?.value ?? null);
    if (event.type === 'AmendmentAgreed') {
      const { id } = as('AmendmentAgreed');
      // One that is not signed yet gives way to the next.
      if (unsigned !== null && unsigned !== id) withdraw(versions, unsigned);
      unsigned = joint === null ? null : id;
    }
    if (joint !== null) {
      const language = joint.language ?? authentic;
      const hashed = versionHash(hash, clause, language, joint.value);
      const act = acts.get(joint.act);
      putJointly(versions, { ...joint, language, hash: hashed }, act, event);
      const said = revisedTranslation(event, clause, authentic);
      if (said !== null) {
        const of = { ofHash: hashed, hash: versionHash(hash, clause, said.language, said.value) };
        const by = act?.translated ?? act?.proposed ?? deedOf(event, null);
        translations.push({ ...by, ...of, ...said });
      }
    }
    switch (event.type) {
      case 'NegotiationOpened':
        authentic = as('NegotiationOpened').language;
        break;
      case 'JointActProposed': {
        const act = as('JointActProposed');
        acts.set(act.kind, proposedNow(acts.get(act.kind), act, deedOf(event, act.side)));
        break;
      }
      case 'JointActAgreed': {
        const { kind, side } = as('JointActAgreed');
        const act = acts.get(kind);
        if (act) acts.set(kind, { ...act, accepted: act.accepted ?? deedOf(event, side) });
        break;
      }
      case 'AmendmentOpened':
        inForce = waived;
        before = translations.length;
        break;
      case 'AgreementAmended':
        unsigned = null;
        inForce = null;
        break;
      case 'TranslationWaived': {
        const { language } = as('TranslationWaived');
        waived = new Set([...waived, ...translations.filter((t) => t.language === language)]);
        break;
      }
      case 'TermsProposed':
      case 'TermsCountered':
        propose(versions, event, as('TermsCountered'), clause);
        break;
      case 'TermsProposalWithdrawn':
        withdraw(versions, as('TermsProposalWithdrawn').proposal);
        break;
      case 'ClauseAccepted':
        if (as('ClauseAccepted').clause === clause)
          accept(current(), deedOf(event, as('ClauseAccepted').side));
        break;
      case 'ClauseAgreed':
        if (as('ClauseAgreed').clause === clause) agree(current(), deedOf(event, null));
        break;
      // Whoever accepts the whole accepts every clause as it stands.
      case 'TermsAccepted':
        accept(current(), deedOf(event, as('TermsAccepted').side));
        break;
      case 'TermsFrozen':
      case 'AmendmentAgreed':
        agree(current(), deedOf(event, null));
        break;
      // What is given up before it is in force leaves the text before it in place.
      case 'AmendmentWithdrawn':
      case 'AmendmentExpired':
        for (const proposal of proposalsOf(versions, as('AmendmentExpired').id)) {
          withdraw(versions, proposal);
        }
        if (inForce !== null) for (const each of translations.slice(before)) dropped.add(each);
        waived = inForce ?? waived;
        inForce = null;
        break;
      case 'ClauseRejected': {
        const { clause: of, side, reason } = as('ClauseRejected');
        const version = of === clause ? current() : undefined;
        if (version) version.rejected = [...version.rejected, { ...deedOf(event, side), reason }];
        break;
      }
      case 'ClauseTranslated': {
        const { clause: of, side, ofHash, hash, language, value } = as('ClauseTranslated');
        if (of === clause)
          translations.push({ ...deedOf(event, side), ofHash, hash, language, value });
        break;
      }
      case 'ClauseCommented': {
        const { clause: of, side, text } = as('ClauseCommented');
        if (of === clause) comments.push({ ...deedOf(event, side), text });
        break;
      }
    }
  }
  return {
    clause,
    versions,
    translations: translations.map((each, i) => ({
      ...each,
      waived: waived.has(each),
      withdrawn: dropped.has(each) || isGone(versions, each.ofHash),
      difference: differenceOfValues(
        translations.slice(0, i).findLast((t) => t.language === each.language)?.value ?? null,
        each.value,
      ),
    })),
    comments,
  };
}

function propose(
  versions: Told[],
  event: ToldEvent,
  {
    proposal,
    side,
    changes,
    answersTo,
  }: Partial<Payload<'TermsCountered'>> & Payload<'TermsProposed'>,
  clause: string,
): void {
  const change = changes.find((c) => c.clause === clause);
  if (change === undefined) return;
  const { hash, language, value } = change;
  const wording = { hash, language, value, proposal, answersTo: answersTo ?? null };
  put(versions, { ...deedOf(event, side), ...wording, accepted: [], agreed: null });
}

type Put = Omit<ClauseVersionTold, 'replaces' | 'standing' | 'rejected' | 'difference'>;

/** The wording takes the place of the one that stood. */
function put(versions: Told[], wording: Put): void {
  const before = versions.findLast((v) => v.standing === 'CURRENT');
  if (before) before.standing = 'REPLACED';
  versions.push({
    ...wording,
    replaces: before?.hash ?? null,
    standing: 'CURRENT',
    rejected: [],
    difference: differenceOfValues(before?.value ?? null, wording.value),
  });
}

/** Who proposed the act wrote the words, who agreed to it accepted them. */
function putJointly(
  versions: Told[],
  { hash, language, value, proposal }: JointWording & Pick<Put, 'hash' | 'language'>,
  act: Agreed | undefined,
  event: ToldEvent,
): void {
  const accepted = act?.accepted ?? null;
  put(versions, {
    ...(act?.proposed ?? deedOf(event, null)),
    ...{ hash, language, value, proposal, answersTo: null },
    accepted: accepted === null ? [] : [accepted],
    agreed: deedOf(event, null),
  });
}
