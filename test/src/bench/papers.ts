import { differenceOfClauses, paperOf, renderPaper } from '@twinning/documents';
import {
  bareDifference,
  bareRendering,
  exampleAgreement,
  exampleSource,
  inFrench,
  pagesOf,
  twoVersions,
} from '@twinning/documents/testing';
import { median, spread } from './load.js';

const ROUNDS = 15;
const CLAUSES = 200;
const PAGES = 10;
const REPEATED = 5;

/** Milliseconds of each call, in turn; the first two warm up both. */
async function inTurn(
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<{ readonly ours: readonly number[]; readonly bare: readonly number[] }> {
  const took = { ours: [] as number[], bare: [] as number[] };
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [name, call] of [
      ['bare', bare],
      ['ours', ours],
    ] as const) {
      const began = performance.now();
      await call();
      if (round >= 0) took[name].push(performance.now() - began);
    }
  }
  return took;
}

const compared = (what: string, { ours, bare }: Awaited<ReturnType<typeof inTurn>>, by: string) => {
  const ratios = ours.map((ms, i) => ms / (bare[i] ?? 1));
  return `${what}: ${median(ours).toFixed(1)} ms; ${by} ${median(bare).toFixed(1)} ms: ${median(ratios).toFixed(2)} × (${spread(ratios)}); limit 3 ×`;
};

/** The ten-page agreement in both languages, and two versions of 200 clauses, each beside the bare library calls. */
export async function papersBesideLibraries(): Promise<string> {
  const source = exampleSource(exampleAgreement({ french: inFrench(), length: REPEATED }));
  const paper = paperOf('agreement', 'both', source);
  const file = await renderPaper(paper);
  const pages = pagesOf(file);
  // What is measured is what the line says it is.
  if (pages !== PAGES) throw new Error(`The example fills ${String(pages)} pages.`);
  const rendering = await inTurn(
    () => renderPaper(paperOf('agreement', 'both', source)),
    () => bareRendering(paper),
  );
  const [before, after] = twoVersions(CLAUSES);
  const difference = await inTurn(
    () => Promise.resolve(differenceOfClauses(before, after)),
    () => Promise.resolve(bareDifference(before, after)),
  );
  return [
    compared(
      `${String(pages)} pages in two languages, tagged (${(file.length / 1000).toFixed(0)} kB)`,
      rendering,
      'the same words by PDFKit alone, untagged',
    ),
    compared(
      `Difference of two versions of ${String(CLAUSES)} clauses, with what moved`,
      difference,
      'jsdiff clause by clause',
    ),
  ].join('\n');
}
