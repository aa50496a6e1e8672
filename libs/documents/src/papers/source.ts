import {
  dayInWords,
  spaced,
  type Agreement,
  type ClauseView,
  type Language,
  type Named,
  type Side,
  type TextBasis,
} from '@twinning/domain';
import type { Block, Enclosure } from '../pdf/blocks.js';
import { words, type Word } from './words.js';

export const PAPER_KINDS = [
  'agreement',
  'plan',
  'annex',
  'ballot-pack',
  'annual-review',
  'closure-report',
  'evaluation-report',
  'audit-account',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** `both` sets each part in English and then in French. */
export type PaperLanguage = Language | 'both';

/** The leaf of the record in which the paper's text stands. */
export interface Leaf {
  readonly index: number;
  /** RFC 3339. */
  readonly at: string;
  /** SHA-256 of the leaf, hexadecimal. */
  readonly hash: string;
  /** The address of its receipt. */
  readonly address: string;
}

/** One event or refusal as the account tells it, in one language. */
export interface ToldStep {
  readonly index: number;
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

/** A person beside the reference by which the text names it. */
export type NamedPerson = Named & { readonly reference: string };

/** Everything a paper is made of. What is not in here cannot change its bytes. */
export interface PaperSource {
  readonly state: Agreement;
  readonly clauses: readonly ClauseView[];
  /** Hashes of the agreement's text as it was signed first, of the plan's, and of the agreement's with its amendments. */
  readonly hashes: { readonly agreement: string; readonly plan: string; readonly inForce: string };
  /** Whose text was signed first, and whose is in force: not a successor's, who took it over. */
  readonly bases: { readonly signed: TextBasis; readonly inForce: TextBasis };
  readonly leaf: Leaf;
  readonly enclosures: readonly Enclosure[];
  readonly memberName: (id: number | null) => string;
  readonly committeeName: (id: number | null) => string;
  /** Whom the text names, and who has those places today; nobody where the template names no persons. */
  readonly named: {
    readonly inText: readonly NamedPerson[];
    readonly today: readonly NamedPerson[];
  };
  /** What the persons on the paper are called: null where their name was erased, absent where none is kept. */
  readonly persons: ReadonlyMap<string, string | null>;
  /** Hash of the evidence of authority under which each side's signatory signed the text; of another text it says nothing. */
  readonly authorities: Readonly<Partial<Record<Side, string>>>;
  /** Which of the annual reviews; the last one when null. */
  readonly year: number | null;
  readonly account: Readonly<
    Record<Language, { readonly steps: readonly ToldStep[]; readonly refused: readonly ToldStep[] }>
  >;
}

/** A part of a paper; both languages have the same parts in the same order. */
export interface Section {
  readonly heading: string | null;
  readonly blocks: readonly Block[];
}

/** Words and shapes of one language. */
export class Say {
  constructor(readonly lang: Language) {}

  w(word: Word, a = '', b = ''): string {
    return spaced(words[word][this.lang], this.lang).replace('{a}', a).replace('{b}', b);
  }

  day(value: string | null | undefined): string {
    return value === null || value === undefined ? '–' : (dayInWords(value, this.lang) ?? value);
  }

  pairs(...rows: readonly (readonly [Word, string])[]): Block {
    return {
      kind: 'pairs',
      rows: rows.map(([word, value]) => [this.w(word), value] as const),
      lang: this.lang,
    };
  }

  text(text: string, lang: Language = this.lang): readonly Block[] {
    return text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'paragraph', text: line, lang }));
  }

  note(text: string): Block {
    return { kind: 'paragraph', text, lang: this.lang, quiet: true };
  }

  small(text: string, lang: Language = this.lang): Block {
    return { kind: 'heading', level: 3, text, lang };
  }

  list(items: readonly string[], lang: Language = this.lang): readonly Block[] {
    return items.length === 0 ? [] : [{ kind: 'list', items, lang }];
  }

  table(
    head: readonly Word[],
    widths: readonly number[],
    rows: readonly (readonly string[])[],
    lang: Language = this.lang,
  ): readonly Block[] {
    return rows.length === 0
      ? [this.note(this.w('none'))]
      : [{ kind: 'table', head: head.map((h) => this.w(h)), widths, rows, lang }];
  }

  section(heading: string | null, ...blocks: readonly (Block | readonly Block[])[]): Section {
    return { heading, blocks: blocks.flat() };
  }
}
