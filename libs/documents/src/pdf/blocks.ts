import type { Language } from '@twinning/domain';

/** What a paper is made of, before it has pages. `lang` is the language of the block's words. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly lang: Language;
    }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly lang: Language;
      readonly quiet?: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly lang: Language }
  | {
      readonly kind: 'pairs';
      readonly rows: readonly (readonly [string, string])[];
      readonly lang: Language;
    }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Shares of the width, one a column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
      readonly lang: Language;
    }
  | { readonly kind: 'code'; readonly text: string; readonly alt: string; readonly lang: Language };

/** A file inside the paper, e.g. the receipt of its text. */
export interface Enclosure {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly content: string;
}

export interface Paper {
  readonly title: string;
  readonly subject: string;
  /** The language of the paper as a whole; blocks of another one say so themselves. */
  readonly lang: Language;
  /** At the foot of each page, beside its number. */
  readonly foot: string;
  /** Stands as the date of the file: of the text, never of the printing, so that the same text gives the same bytes. */
  readonly date: Date;
  readonly blocks: readonly Block[];
  readonly enclosures: readonly Enclosure[];
}
