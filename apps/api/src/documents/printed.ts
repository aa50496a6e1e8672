import type { PaperKind } from '@twinning/documents';
import { amendmentsInForce, asPrinted, documents, type Agreement } from '@twinning/domain';
import { hashOf } from '@twinning/engine';
import type { RecordedEvent } from '@twinning/event-log';
import { at as stateAt } from './terms.js';

/** Events that fix a document's text: the paper of an agreed text is made of the state right after. */
const FIXES: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  agreement: ['TermsFrozen', 'AgreementAmended'],
  plan: ['TermsFrozen', 'AgreementAmended', 'CollaborationPlanRevised'],
};

const documentIn = (kind: PaperKind): 'AGREEMENT' | 'PLAN' =>
  kind === 'plan' ? 'PLAN' : 'AGREEMENT';

/** The version whose text the paper shows: that of the agreed text while one stands, otherwise the one asked for. */
export function versionShown(
  kind: PaperKind,
  state: Agreement,
  events: readonly RecordedEvent[],
): number {
  const fixed = FIXES[kind];
  if (fixed === undefined || state.negotiation.frozen[documentIn(kind)] === null) {
    return events.length;
  }
  const at = events.findLastIndex((event) => fixed.includes(event.type));
  return at === -1 ? events.length : at + 1;
}

/** Hash of the text that a paper of this kind prints of a state; null where it prints no document. */
export function textHashOf(kind: PaperKind, state: Agreement): string | null {
  switch (kind) {
    case 'agreement':
      return documents(asPrinted(state, hashOf), hashOf).documentHash;
    case 'plan':
      return documents(asPrinted(state, hashOf), hashOf).planHash;
    case 'annex':
      return documents(state, hashOf).documentHash;
    default:
      return null;
  }
}

/**
 * What a paper that was handed out at a version says today. Its text is read from the record, not from what was noted
 * with its hash: papers of amended agreements were once noted under the hash of the first text.
 */
export function standingOf(
  paper: { readonly kind: PaperKind; readonly version: number },
  now: Agreement,
  events: readonly RecordedEvent[],
): { readonly bothSigned: boolean; readonly current: boolean } {
  const then = stateAt(now.id, events, paper.version);
  const text = textHashOf(paper.kind, then);
  const { frozen, signatures } = now.negotiation;
  const agreed = frozen[documentIn(paper.kind)];
  const amended = amendmentsInForce(then).at(-1);
  const signed = amended?.signed ?? signatures.filter((s) => s.documentHash === text);
  return {
    bothSigned: paper.kind === 'agreement' && new Set(signed.map((s) => s.side)).size === 2,
    current: text !== null && agreed !== null && text === currentText(paper.kind, now, events),
  };
}

function currentText(
  kind: PaperKind,
  now: Agreement,
  events: readonly RecordedEvent[],
): string | null {
  return kind === 'annex'
    ? now.negotiation.frozen.AGREEMENT
    : textHashOf(kind, stateAt(now.id, events, versionShown(kind, now, events)));
}
