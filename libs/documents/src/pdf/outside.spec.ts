import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperOf } from '../papers/paper.js';
import type { PaperKind } from '../papers/source.js';
import { exampleAgreement, exampleSource, inFrench } from '../testing/example.js';
import { lifeSource } from '../testing/life.js';
import { pagesOf } from '../testing/pages.js';
import type { Block, Paper } from './blocks.js';
import { renderPaper } from './render.js';

// Every paper is made and read again by five other programs.
jest.setTimeout(120_000);

const TOOLS = ['qpdf', 'pdfinfo', 'pdffonts', 'pdftotext', 'pdfdetach'];
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
if (missing.length > 0) {
  console.warn(`PDFs are not looked at from outside here: ${missing.join(', ')} is missing.`);
}

/** How many bytes ten pages in two languages may take. */
const TEN_PAGES = 60_000;

/** The words of a block, piece by piece as they are set. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'pairs':
      return block.rows.flat();
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'code':
      return [block.text];
  }
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

(missing.length === 0 ? describe : describe.skip)('papers, as other programs read them', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-pdf-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const ask = (tool: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
    return { status, said: stdout, wrong: stderr };
  };
  async function filed(paper: Paper) {
    const bytes = await renderPaper(paper);
    const file = join(folder, 'paper.pdf');
    await writeFile(file, bytes);
    return { file, bytes: bytes.length };
  }

  /** What stands in a file and is not in the paper, and the other way round. */
  function differences(file: string, { blocks, foot }: Paper): readonly string[] {
    const { said } = ask('pdftotext', '-raw', '-enc', 'UTF-8', file, '-');
    // Foot and number of each page stand between lines that a page break parts.
    const text = said.split('\f').map((page) => {
      const at = page.lastIndexOf(foot);
      return squeezed(at < 0 ? page : page.slice(0, at));
    });
    const whole = text.join('');
    return blocks.flatMap(wordsOf).filter((words) => !whole.includes(squeezed(words)));
  }

  const long = exampleSource(exampleAgreement({ french: inFrench(), length: 5 }));
  const short = exampleSource(exampleAgreement({ french: inFrench(), length: 2 }));
  const life = lifeSource();
  const sourceOf = (kind: PaperKind) =>
    kind === 'agreement' ? long : kind === 'plan' || kind === 'annex' ? short : life;
  it.each([
    ['agreement', 'en', 'en-GB'],
    ['agreement', 'fr', 'fr-FR'],
    ['agreement', 'both', 'en-GB'],
    ['plan', 'both', 'en-GB'],
    ['annex', 'fr', 'fr-FR'],
    ['ballot-pack', 'en', 'en-GB'],
    ['ballot-pack', 'fr', 'fr-FR'],
    ['annual-review', 'en', 'en-GB'],
    ['annual-review', 'fr', 'fr-FR'],
    ['closure-report', 'en', 'en-GB'],
    ['closure-report', 'fr', 'fr-FR'],
    ['evaluation-report', 'en', 'en-GB'],
    ['evaluation-report', 'fr', 'fr-FR'],
    ['audit-account', 'en', 'en-GB'],
    ['audit-account', 'fr', 'fr-FR'],
  ] as const)(
    '%s (%s): sound, tagged, typefaces embedded, every word there',
    async (kind, language, tag) => {
      const paper = paperOf(kind, language, sourceOf(kind));
      const { file } = await filed(paper);
      expect(ask('qpdf', '--check', file)).toMatchObject({ status: 0, wrong: '' });
      expect(ask('pdfinfo', file).said).toMatch(/^Tagged: +yes$/m);
      const plain = ask('qpdf', '--qdf', '--object-streams=disable', file, '-').said;
      expect(plain).toContain(`/Lang (${tag})`);
      expect(plain).toContain('<pdfuaid:part>1</pdfuaid:part>');
      // A list of glyphs that is not complete is worse than none (found by veraPDF).
      expect(plain).not.toContain('/CIDSet');
      const [, , ...fonts] = ask('pdffonts', file).said.trim().split('\n');
      // Embedded, a subset, and with a way back to Unicode.
      expect(fonts.map((line) => /yes yes yes/.test(line))).toEqual([true, true]);
      expect(differences(file, paper)).toEqual([]);
      expect(ask('pdfdetach', '-list', file).said).toContain('receipt.json');
    },
  );

  it('has today’s clauses in the agreement: the named persons, a locked termination, the early end', () => {
    const said = squeezed(paperOf('agreement', 'both', long).blocks.flatMap(wordsOf).join(' '));
    for (const words of ['1'.repeat(64), 'What is settled at an early end', '60 days'])
      expect(said).toContain(squeezed(words));
  });

  it('says what is missing, when words of another paper are looked for', async () => {
    const { file } = await filed(paperOf('agreement', 'en', long));
    expect(differences(file, paperOf('agreement', 'fr', long))).toContain('Langue faisant foi');
  });

  it('keeps every letter of French', async () => {
    const words = 'Œuvre, cœur, « été », l’ÎLE, Ÿ, ç, ù, naïve, 1 000 €';
    const french = { ...inFrench(), exit: { text: words } };
    const paper = paperOf('agreement', 'fr', exampleSource(exampleAgreement({ french })));
    const { file } = await filed(paper);
    expect(squeezed(ask('pdftotext', '-raw', '-enc', 'UTF-8', file, '-').said)).toContain(
      squeezed(words),
    );
  });

  it('fits ten pages in both languages into 60 kB', async () => {
    const { file, bytes } = await filed(paperOf('agreement', 'both', long));
    expect(ask('pdfinfo', file).said).toMatch(/^Pages: +10$/m);
    expect(pagesOf(await readFile(file))).toBe(10);
    expect(bytes).toBeLessThanOrEqual(TEN_PAGES);
  });
});
