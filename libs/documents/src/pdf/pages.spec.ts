import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LANGUAGES, type JsonObject, type Language } from '@twinning/domain';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperOf } from '../papers/paper.js';
import { PAPER_KINDS, type PaperKind, type PaperLanguage } from '../papers/source.js';
import { exampleAgreement, exampleSource, inFrench } from '../testing/example.js';
import { lifeSource } from '../testing/life.js';
import { DPI, inkOf, misplaced, picturesIn, wordsIn, type Word } from '../testing/pictures.js';
import { renderPaper } from './render.js';
import type { Block, Paper } from './blocks.js';

// Every paper is made, drawn and read again by other programs.
jest.setTimeout(120_000);

const TOOLS = ['pdftoppm', 'pdftotext'];
const missing = TOOLS.filter((tool) => spawnSync(tool, ['-v']).error !== undefined);
if (missing.length > 0) {
  console.warn(`No page is looked at as a picture here: ${missing.join(', ')} is missing.`);
}

/** The texts of a value, in its order; ids, codes, figures and dates are said in words or not at all. */
function textsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') {
    return ['owner', 'variant', 'mode', 'currency'].includes(key) || /^\d{4}-\d\d-\d\d$/.test(value)
      ? []
      : [value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => textsIn(v, Array.isArray(value) ? key : k));
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '');
const SPEAKS: Readonly<Record<PaperLanguage, readonly Language[]>> = {
  ...{ en: ['en'], fr: ['fr'], both: LANGUAGES },
};

(missing.length === 0 ? describe : describe.skip)('papers, as pictures and word by word', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-pages-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function looked(paper: Paper) {
    const file = join(folder, 'paper.pdf');
    const bytes = await renderPaper(paper);
    await writeFile(file, bytes);
    const run = (tool: string, ...args: readonly string[]) => {
      const { status, stdout } = spawnSync(tool, args, { maxBuffer: 1 << 28 });
      if (status !== 0) throw new Error(`${tool} ended with ${String(status)}.`);
      return stdout;
    };
    return {
      bytes,
      pictures: picturesIn(run('pdftoppm', '-r', String(DPI), '-gray', file)),
      pages: wordsIn(run('pdftotext', '-bbox', file, '-').toString()),
      // Foot and number of each page stand between lines that a page break parts.
      text: run('pdftotext', '-raw', '-enc', 'UTF-8', file, '-')
        .toString()
        .split('\f')
        .map((page) => squeezed(page.slice(0, Math.max(0, page.lastIndexOf(paper.foot)))))
        .join(''),
    };
  }

  const long = exampleSource(exampleAgreement({ french: inFrench(), length: 3 }));
  const life = lifeSource();
  const sourceOf = (kind: PaperKind) =>
    kind === 'agreement' || kind === 'plan' || kind === 'annex' ? long : life;

  it.each(
    PAPER_KINDS.flatMap((kind) =>
      (['en', 'fr', 'both'] as const).map((language) => [kind, language] as const),
    ),
  )(
    '%s (%s): no page is blank, nothing leaves the page or covers another word',
    async (kind, language) => {
      const { pictures, pages } = await looked(paperOf(kind, language, sourceOf(kind)));
      expect(pictures.length).toBe(pages.length);
      for (const [n, ink] of pictures.map(inkOf).entries()) {
        // More than the line at the foot.
        expect([n, ink.all > 300, ink.margin]).toEqual([n, true, 0]);
      }
      expect(pages.flatMap(misplaced)).toEqual([]);
    },
  );

  it.each(
    (['agreement', 'plan'] as const).flatMap((kind) =>
      (['en', 'fr', 'both'] as const).map((language) => [kind, language] as const),
    ),
  )(
    '%s (%s): has every word of the clauses, in their order, and of no other language',
    async (kind, language) => {
      const { text } = await looked(paperOf(kind, language, long));
      const document = kind === 'agreement' ? 'AGREEMENT' : 'PLAN';
      const said = (lang: Language) =>
        long.clauses
          .filter((c) => c.document === document)
          .map((c) => ({
            title: c.title[lang],
            value: (c.language === lang
              ? c.value
              : c.translations.find((t) => t.language === lang)?.value) as JsonObject | undefined,
          }));
      for (const lang of LANGUAGES) {
        let from = 0;
        for (const { title, value } of said(lang)) {
          expect(value).toBeDefined();
          const words = textsIn(value).flatMap((t) => t.split(/\n+/));
          const places = [title, ...words].map((w) => text.indexOf(squeezed(w)));
          if (!SPEAKS[language].includes(lang)) {
            // Ids and names may be the same in both; a sentence is not.
            const sentences = words.filter((w) => w.length > 40);
            expect(sentences.filter((w) => text.includes(squeezed(w)))).toEqual([]);
            continue;
          }
          expect([title, places.includes(-1)]).toEqual([title, false]);
          const at = text.indexOf(squeezed(title), from);
          expect([title, at >= from]).toEqual([title, true]);
          from = at + 1;
        }
      }
    },
  );

  it('sees a blank page, words on top of one another, and words that left the page', () => {
    const white = { width: 100, height: 100, grey: Buffer.alloc(10_000, 255) };
    expect(inkOf(white)).toEqual({ all: 0, margin: 0 });
    const edge = Buffer.from(white.grey);
    edge[0] = 0;
    expect(inkOf({ ...white, grey: edge })).toEqual({ all: 1, margin: 1 });
    const word = (text: string, box: Word['box']) => ({ text, box });
    const page = {
      ...{ width: 100, height: 100 },
      words: [
        word('one', [10, 10, 30, 20]),
        word('two', [15, 12, 28, 22]),
        word('far', [90, 10, 120, 20]),
      ],
    };
    expect(misplaced(page)).toEqual(['outside: far', 'one and two']);
  });

  const page = (...blocks: readonly Block[]): Paper => ({
    ...{ title: 'T', subject: 'S', lang: 'en', foot: 'F', date: new Date(0), enclosures: [] },
    blocks,
  });
  const longest = 'Everybody who took part says what was done and what is still open. '.repeat(59);

  it('sets a row that is higher than a page, and words without a place to break them', async () => {
    const rows = [
      ['C1', 'lead', longest, '1 May 2029'],
      ['C2', 'twinned', `${'x'.repeat(400)} ${longest}`, '2 May 2029'],
      ['C3', 'lead', 'Short.', '3 May 2029'],
    ];
    const table = { kind: 'table', head: ['Item', 'Owner', 'Text', 'Due'] } as const;
    const block = { ...table, widths: [1, 2, 5, 2], rows, lang: 'en' } as const;
    const paper = page(block, { kind: 'paragraph', text: 'y'.repeat(900), lang: 'en' });
    const { pictures, pages, text, bytes } = await looked(paper);
    expect(pictures.map(inkOf).filter((ink) => ink.margin > 0 || ink.all < 300)).toEqual([]);
    expect(pages.flatMap(misplaced)).toEqual([]);
    for (const cell of rows.flat()) expect(text).toContain(squeezed(cell).slice(-60));
    expect(bytes.equals((await looked(paper)).bytes)).toBe(true);
  });

  it('sets words from right to left so that the first stands rightmost, in flow, list, pair and cell', async () => {
    const hebrew = 'שלום עולם';
    const paper = page(
      { kind: 'paragraph', text: `The board wrote ${hebrew} in its letter.`, lang: 'en' },
      { kind: 'list', items: [hebrew], lang: 'en' },
      { kind: 'pairs', rows: [['Title', `${hebrew} 2027`]], lang: 'en' },
      { kind: 'table', head: ['A', 'B'], widths: [1, 1], rows: [[hebrew, 'end']], lang: 'en' },
      { kind: 'paragraph', text: Array(300).fill(hebrew).join('\n'), lang: 'en' },
      { kind: 'paragraph', text: 'الموظفون هنا', lang: 'en' },
    );
    const { pages, pictures, text } = await looked(paper);
    expect(text).not.toContain('[U+');
    expect(pictures.length).toBeGreaterThan(1);
    expect(pictures.map(inkOf).filter((ink) => ink.margin > 0)).toEqual([]);
    const letters = (word: string) => [...word.normalize('NFKC')].sort().join('');
    const is = (of: string) => (w: Word) => letters(w.text) === letters(of);
    for (const { words } of pages) {
      // On each line the first word of the pair stands last.
      const found = words.filter((w) => /[א-ת]/u.test(w.text));
      for (const top of new Set(found.map((w) => Math.round(w.box[1])))) {
        const line = found.filter((w) => Math.round(w.box[1]) === top);
        const [rightmost] = [...line].sort((a, b) => b.box[0] - a.box[0]);
        expect(rightmost && [top, is('שלום')(rightmost)]).toEqual([top, true]);
      }
    }
    const all = pages.flatMap(({ words }) => words);
    const at = (of: string) => all.find(is(of))?.box[0] ?? NaN;
    expect(at('wrote')).toBeLessThan(at('עולם'));
    expect(at('שלום')).toBeLessThan(at('letter.'));
    expect(at('هنا')).toBeLessThan(at('الموظفون'));
  });

  it('shows a character that nobody would see by its number', async () => {
    const { text } = await looked(
      page({ kind: 'paragraph', text: 'no\u200bthing, \u202edone, a\u00adb', lang: 'en' }),
    );
    expect(text).toContain('no[U+200B]thing,[U+202E]done,a[U+00AD]b');
  });
});
