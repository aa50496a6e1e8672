import { namesIn, refusedSteps, replay, loadCase, type Case } from '@twinning/case-file';
import type { Leaf, PaperKind, PaperSource } from '@twinning/documents';
import {
  amendmentContent,
  asItStands,
  asPrinted,
  documentContent,
  documents,
  namedIn,
  personReference,
  textBasis,
  type Agreement,
  type EventMap,
  type Language,
  type Principal,
  type Side,
} from '@twinning/domain';
import { hashOf, namesOnPaper } from '@twinning/engine';
import {
  canonicalJson,
  leafHash,
  receiptAt,
  verifierText,
  type JsonObject,
  type RecordedEvent,
} from '@twinning/event-log';
import type { Resources } from '../resources.js';
import { versionShown } from './printed.js';
import { at as stateAt } from './terms.js';

interface Asked {
  readonly kind: PaperKind;
  /** Version of the agreement; null means now. */
  readonly version: number | null;
  readonly year: number | null;
  readonly publicUrl: string;
  /** Whose refusals the account tells; null tells all. */
  readonly refusalsOf: number | null | 'ALL';
}

/** What a paper is made of, from the record alone: names as the decisions read them, the leaf, its receipt. */
export async function paperSource(
  resources: Resources,
  caller: Principal,
  id: string,
  asked: Asked,
): Promise<PaperSource | null> {
  const { db, log, signer } = resources;
  const whole = await loadCase(db, log, id, resources.as(caller));
  const until = asked.version ?? whole.events.length;
  if (until < 1 || until > whole.events.length) return null;
  const asAsked = whole.events.slice(0, until);
  const events = asAsked.slice(0, versionShown(asked.kind, stateAt(id, asAsked, until), asAsked));
  const last = events.at(-1) as RecordedEvent;
  const state = stateAt(id, events, events.length);
  const printed = asPrinted(state, hashOf);
  const view = documents(printed, hashOf);
  // The smallest tree that holds the leaf: its checkpoint, and so the file, never changes.
  const receipt = await receiptAt(db, last.index, last.index + 1, signer);
  const leaf: Leaf = {
    index: last.index,
    at: last.occurredAt,
    hash: leafHash(Buffer.from(receipt.leaf, 'base64')).toString('hex'),
    address: `${asked.publicUrl}/v1/record/receipts/${String(last.index)}`,
  };
  const names = namesIn(events);
  const named = namedOn(id, state, events);
  const json = (value: object): string => canonicalJson(value as unknown as JsonObject);
  const texts = (['AGREEMENT', 'PLAN'] as const).map((document) => ({
    document,
    content: documentContent(printed, view.clauses, document),
  }));
  return {
    state,
    clauses: view.clauses,
    hashes: {
      agreement: documents(state, hashOf).documentHash,
      plan: view.planHash,
      inForce: view.documentHash,
    },
    bases: { signed: textBasis(state), inForce: textBasis(printed) },
    leaf,
    enclosures: [
      {
        name: 'receipt.json',
        type: 'application/json',
        description: 'Receipt of the leaf (docs/record.md)',
        content: json({ ...receipt, key: verifierText(signer) }),
      },
      {
        name: 'text.json',
        type: 'application/json',
        description: 'What the hash of the text covers, as canonical JSON',
        content: json({
          documents: texts,
          amendments: amendmentsIn(id, events),
          clauses: view.clauses.map((c) => ({
            clause: c.clause,
            language: c.language,
            value: c.value,
            translations: c.translations.map((t) => ({ language: t.language, value: t.value })),
          })),
        }),
      },
    ],
    memberName: (member) => names.member(member) ?? '–',
    committeeName: (committee) => names.committee(committee) ?? '–',
    named,
    persons: await namesOnPaper(db, log, onPaper(asked.kind, state, named)),
    authorities: authoritiesIn(events),
    year: asked.year,
    account: {
      en: accountOf({ ...whole, events }, last.index, asked, 'en'),
      fr: accountOf({ ...whole, events }, last.index, asked, 'fr'),
    },
  };
}

/**
 * What the hash of each amendment is of, as it was agreed last; and of one that was negotiated the text whose hash it has, as
 * that stood when both accepted it.
 */
function amendmentsIn(id: string, events: readonly RecordedEvent[]) {
  const agreed = new Map<
    string,
    { readonly of: EventMap['AmendmentAgreed']; readonly at: number }
  >();
  for (const [at, { type, payload }] of events.entries()) {
    if (type !== 'AmendmentAgreed') continue;
    const of = payload as unknown as EventMap['AmendmentAgreed'];
    agreed.set(of.id, { of, at });
  }
  return [...agreed.values()].map(({ of, at }) => {
    const state = asItStands(stateAt(id, events, at), hashOf);
    const document =
      of.documentHash === undefined
        ? null
        : documentContent(state, documents(state, hashOf).clauses, 'AGREEMENT');
    return { id: of.id, hash: of.hash, content: amendmentContent(of), document };
  });
}

/** Whom the frozen text names, which an open one names today, and who has those places today. */
function namedOn(
  id: string,
  state: Agreement,
  events: readonly RecordedEvent[],
): PaperSource['named'] {
  const frozen = state.negotiation.persons === undefined ? -1 : lastFrozen(events);
  const today = referred(state);
  const isNamed = documents(state, hashOf).clauses.some((c) => c.clause === 'persons');
  const inText = frozen === -1 ? today : referred(stateAt(id, events, frozen + 1));
  return { inText: isNamed ? inText : [], today };
}

const lastFrozen = (events: readonly RecordedEvent[]) =>
  events.findLastIndex((e) => e.type === 'TermsFrozen');

const referred = (state: Agreement): PaperSource['named']['today'] =>
  namedIn(state).map((named) => ({
    ...named,
    reference: personReference(state.id, named, hashOf),
  }));

/** Everybody whose name a paper of the kind prints; it is opened when the paper is made. */
function onPaper(
  kind: PaperKind,
  { negotiation, execution, proposal }: Agreement,
  { inText, today }: PaperSource['named'],
): readonly string[] {
  if (kind === 'ballot-pack') return proposal.nominees.map(({ person }) => person);
  if (kind !== 'annex') return [];
  return [
    ...negotiation.signatures,
    ...negotiation.signatories,
    ...execution.amendments.flatMap((a) => a.signed),
    ...inText,
    ...(inText.length === 0 ? [] : today),
  ].map(({ person }) => person);
}

/** Each side's evidence as it stood when its signatory signed the text: a later designation replaces it in the state. */
function authoritiesIn(events: readonly RecordedEvent[]): PaperSource['authorities'] {
  const held: Partial<Record<Side, string>> = {};
  const signed: Partial<Record<Side, string>> = {};
  for (const { type, payload } of events) {
    if (type === 'SignatoryDesignated') {
      const { side, authority } = payload as unknown as EventMap['SignatoryDesignated'];
      held[side] = authority;
    }
    if (type === 'AgreementSigned') {
      const { side } = payload as unknown as EventMap['AgreementSigned'];
      const authority = held[side];
      if (authority !== undefined) signed[side] = authority;
    }
  }
  return signed;
}

function accountOf(of: Case, lastIndex: number, { kind, refusalsOf }: Asked, language: Language) {
  if (kind !== 'audit-account') return { steps: [], refused: [] };
  const refusals = of.refusals.filter(
    (r) => r.index <= lastIndex && (refusalsOf === 'ALL' || r.actor.body === refusalsOf),
  );
  return {
    steps: replay(of, language).map((s) => ({
      index: s.index,
      at: s.occurredAt,
      who: [s.person ?? s.roleText, s.onBehalfOf].filter((x) => x !== null).join(', '),
      text: s.text,
    })),
    refused: refusedSteps({ ...of, refusals }, language).map((r) => ({
      index: r.index,
      at: r.occurredAt,
      who: [r.person, r.onBehalfOf].filter((x) => x !== null).join(', '),
      text: `${r.command}: ${r.text} (${r.code}, ${r.clause})`,
    })),
  };
}
