import type { Language } from '@twinning/domain';
import { claimWords, type faultWords } from './claims.js';

/** What a receipt, or an answer that brings one, claims. */
export const RECEIPT_CLAIMS = [
  'RECEIPT',
  'CHECKPOINT',
  'PROOFS',
  'COMMAND',
  'FIELDS',
  'ANSWER',
] as const;
export type ReceiptClaim = (typeof RECEIPT_CLAIMS)[number];

/** One thing that does not hold; `place` is the index of an entry, with the field, or what is wrong. */
export interface ReceiptFault {
  readonly claim: ReceiptClaim;
  readonly code: keyof typeof faultWords;
  readonly place: string;
}

export interface ReceiptVerdict {
  readonly holds: boolean;
  /** Null for the receipt of a single entry. */
  readonly command: string | null;
  /** Size of the tree that it rests on. */
  readonly size: number | null;
  readonly entries: number;
  /** The version at which the command changed nothing; null when it made events or was refused. */
  readonly unchangedAt: number | null;
  /** The whole answer was given, and is held to what was recorded. */
  readonly isAnswer: boolean;
  readonly faults: readonly ReceiptFault[];
}

export const receiptClaimWords: Readonly<Record<ReceiptClaim, Readonly<Record<Language, string>>>> =
  {
    RECEIPT: {
      en: 'The receipt can be read and proves something.',
      fr: 'Le reçu est lisible et prouve quelque chose.',
    },
    CHECKPOINT: claimWords.CHECKPOINT,
    PROOFS: claimWords.PROOFS,
    COMMAND: {
      en: 'Every entry is one of this command.',
      fr: 'Chaque inscription est de cette commande.',
    },
    FIELDS: claimWords.FIELDS,
    ANSWER: {
      en: 'The answer says what was recorded.',
      fr: 'La réponse dit ce qui a été inscrit.',
    },
  };
