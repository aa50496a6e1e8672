import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../kernel/decision.js';
import type { Side } from '../../kernel/vocabulary.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { currentVersion, type ClauseView, type DocumentsView } from './documents.js';
import type { Language } from './state.js';
import { readBy, translated } from './testing.js';

const WHO = { LEAD: cast.lead, TWINNED: cast.twinned } as const;
const CLAUSES = ['exit', 'early-end', 'risks'] as const;
const KINDS = [
  ...['READ', 'ProposeTerms', 'CounterTerms', 'AcceptClause', 'RejectClause'],
  ...['AcceptTerms', 'WithdrawProposal', 'TranslateClause', 'ReopenTerms'],
] as const;

const steps = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('LEAD', 'TWINNED'),
    // Reading and accepting the whole are what brings two sides together.
    kind: fc.constantFrom(...KINDS, 'READ', 'READ', 'AcceptTerms', 'AcceptTerms'),
    clause: fc.constantFrom(...CLAUSES),
    word: fc.nat(3),
    language: fc.constantFrom<Language>('en', 'en', 'fr'),
  }),
  { minLength: 10, maxLength: 40 },
);
type Step = { side: Side; kind: string; clause: string; word: number; language?: Language };

/** What a side has before its eyes: the texts as it read them last, however long ago that was. */
type Copy = DocumentsView;
const textOf = ({ clauses }: Copy) =>
  clauses.map(({ clause, value, translations }) => ({ clause, value, translations }));
const inCopy = (copy: Copy, clause: string) =>
  copy.clauses.find((c) => c.clause === clause) as ClauseView;

/** What stands in the other language; each clause has one translation at most. */
const translationIn = (copy: Copy, clause: string) => inCopy(copy, clause).translations[0];
const replacing = (hash: string | undefined) => (hash === undefined ? {} : { replaces: hash });

/** Two sides at two desks. Each acts on its own copy; what it accepted is kept apart from what the product says. */
class TwoSides {
  readonly story: Story = translated();
  readonly copies: Record<Side, Copy> = { LEAD: readBy(this.story), TWINNED: readBy(this.story) };
  private readonly accepted: Record<Side, Copy | null> = { LEAD: null, TWINNED: null };
  readonly seen = new Set<string>();

  take(step: Step): void {
    const { side, kind, clause } = step;
    if (kind === 'READ') {
      this.copies[side] = readBy(this.story);
      return;
    }
    const copy = this.copies[side];
    const before = this.story.state;
    const now = currentVersion(before, clause)?.hash ?? null;
    const standing = translationIn(readBy(this.story), clause);
    const outcome = this.story.ask(WHO[side], kind, this.payload(step, copy));
    if (isRefusal(outcome)) {
      this.seen.add(outcome.refused);
      expect(this.story.state).toBe(before);
      return;
    }
    this.story.does(WHO[side], kind, this.payload(step, copy));
    outcome.events.forEach((e) => this.seen.add(e.type));
    if (outcome.events.length === 0) return;
    // Nothing was written over, accepted or translated that the side had not read.
    if (['ProposeTerms', 'CounterTerms', 'AcceptClause', 'TranslateClause'].includes(kind)) {
      expect(inCopy(copy, clause).hash).toBe(now);
    }
    // Nor is a translation put in the place of one that the side had not read.
    if (kind === 'TranslateClause' && standing?.current === true) {
      expect(translationIn(copy, clause)?.hash).toBe(standing.hash);
      this.seen.add('a translation read and replaced');
    }
    if (kind === 'AcceptTerms') this.accepted[side] = copy;
    this.holds();
  }

  private payload({ kind, clause, word, language = 'en' }: Step, copy: Copy): object {
    const { hash, language: written } = inCopy(copy, clause);
    const value = { text: `Version ${String(word)}` };
    const { documentHash, planHash } = copy;
    switch (kind) {
      case 'AcceptTerms':
        return { documentHash, planHash };
      case 'AcceptClause':
        return { clause, hash };
      case 'RejectClause':
        return { clause, hash, reason: 'No.' };
      case 'TranslateClause':
        return {
          ...{ clause, ofHash: hash, language: written === 'en' ? 'fr' : 'en', value },
          ...replacing(translationIn(copy, clause)?.hash),
        };
      case 'WithdrawProposal':
        // The first proposal is the whole text.
        return { proposal: `P${String(word + 2)}` };
      case 'ReopenTerms':
        return { parts: ['AGREEMENT', 'PLAN'], reason: 'Again.' };
      default:
        return { changes: [{ clause, ofHash: hash, language, value }] };
    }
  }

  /** An agreed text is word for word what each side had read when it accepted. */
  holds(): void {
    const { AGREEMENT, PLAN } = this.story.state.negotiation.frozen;
    if (AGREEMENT === null || PLAN === null) return;
    const agreed = readBy(this.story);
    for (const clause of CLAUSES) {
      const { language, translations } = inCopy(agreed, clause);
      const english =
        language === 'en' || translations.some((t) => t.language === 'en' && t.current);
      expect(english).toBe(true);
      this.seen.add(`written in ${language}`);
    }
    for (const side of ['LEAD', 'TWINNED'] as const) {
      const read = this.accepted[side];
      if (read === null) throw new Error(`${side} has accepted nothing.`);
      expect([read.documentHash, read.planHash]).toEqual([AGREEMENT, PLAN]);
      expect(textOf(read)).toEqual(textOf(agreed));
    }
  }

  /** Both read again, put the translations in order and what was rejected in other words, and accept. */
  settle(): void {
    this.take({ side: 'LEAD', kind: 'ReopenTerms', clause: 'exit', word: 0 });
    for (const clause of CLAUSES) {
      for (const side of ['LEAD', 'TWINNED'] as const) {
        this.take({ side, kind: 'READ', clause, word: 0 });
      }
      const { rejected, author } = inCopy(this.copies.LEAD, clause);
      const side = author ?? 'LEAD';
      if (rejected !== null) this.take({ side, kind: 'ProposeTerms', clause, word: 9 });
      this.take({ side, kind: 'READ', clause, word: 0 });
      if (inCopy(this.copies[side], clause).untranslated.length > 0) {
        this.take({ side, kind: 'TranslateClause', clause, word: 9 });
      }
    }
    for (const side of ['LEAD', 'TWINNED'] as const) {
      this.take({ side, kind: 'READ', clause: 'exit', word: 0 });
      this.take({ side, kind: 'AcceptTerms', clause: 'exit', word: 0 });
    }
  }
}

describe('two sides that read and write at times of their own', () => {
  it('end in the same agreed text, and never in one that a side did not accept (F14)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(steps, (all) => {
        const both = new TwoSides();
        for (const step of all) both.take(step);
        both.settle();
        expect(both.story.state.negotiation.frozen.AGREEMENT).not.toBeNull();
        expect(both.story.state.negotiation.frozen.PLAN).not.toBeNull();
        both.holds();
        both.seen.forEach((what) => seen.add(what));
      }),
    );
    // The runs have met what they are about: texts that changed unread, and agreement all the same.
    for (const what of [
      ...['TEXT_CHANGED', 'TRANSLATION_OUTDATED', 'TermsFrozen', 'TermsReopened', 'TermsCountered'],
      ...['written in en', 'written in fr', 'a translation read and replaced'],
    ]) {
      expect(seen).toContain(what);
    }
  }, 60_000);
});
