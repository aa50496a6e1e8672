import { useRef, useState, type RefObject } from 'react';
import { useTexts } from '../i18n/own-texts.js';
import { accessTexts } from './texts.js';

export const LEDGER_PAGE = 100;

interface Pages {
  /** What tells this page from the others. */
  readonly key: string;
  readonly query: {
    readonly order: 'newest';
    readonly limit: number;
    readonly before?: number;
  };
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly isFirst: boolean;
  readonly older: (before: number) => void;
  readonly newer: () => void;
}

/** A ledger from its newest entry back, a page at a time; another ledger begins at its own newest entry. */
export function useLedgerPages(ledger: string): Pages {
  const [state, setState] = useState<{
    readonly ledger: string;
    readonly ends: readonly number[];
  }>({ ledger, ends: [] });
  const heading = useRef<HTMLHeadingElement>(null);
  const ends = state.ledger === ledger ? state.ends : [];
  const before = ends.at(-1);
  const turn = (to: readonly number[]) => {
    setState({ ledger, ends: to });
    // The button that was pressed goes with the page it stood under.
    heading.current?.focus();
  };
  return {
    key: String(before ?? 'newest'),
    query: { order: 'newest', limit: LEDGER_PAGE, ...(before !== undefined && { before }) },
    heading,
    isFirst: ends.length === 0,
    older: (index) => {
      turn([...ends, index]);
    },
    newer: () => {
      turn(ends.slice(0, -1));
    },
  };
}

/** Ways to the pages beside this one. `last`: its last entry, where older ones may follow. */
export function LedgerPages({
  of,
  last,
}: {
  readonly of: Pages;
  readonly last: { readonly index: number } | undefined;
}) {
  const x = useTexts(accessTexts);
  return (
    <p className="row">
      {!of.isFirst && (
        <button type="button" onClick={of.newer}>
          {x.newer}
        </button>
      )}
      {last !== undefined && (
        <button
          type="button"
          onClick={() => {
            of.older(last.index);
          }}
        >
          {x.older}
        </button>
      )}
    </p>
  );
}
