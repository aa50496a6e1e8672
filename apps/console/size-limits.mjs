// What a browser loads for each page, held to limits that fail the build (bytes, gzip). What is promised stands here;
// how much each page may take is in size-limits.json, close to what it takes (`node bundle.mjs --limits` writes it anew).
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const TABLE = new URL('size-limits.json', import.meta.url);
const tableNow = () => JSON.parse(readFileSync(TABLE, 'utf8'));

const FIRST_SCRIPT = 120_000;
const FIRST_REST = 40_000;
const FIRST_REQUESTS = 8;
const PAGE_SCRIPT = 60_000;

/** How much more than it takes a page may take, and how much of that is no longer close. */
const MARGIN = 0.02;
const LEAST_MARGIN = 200;
const LOOSE = 0.1;
const limitFor = (size) => size + Math.max(LEAST_MARGIN, Math.floor(size * MARGIN));
const isLoose = (most, size) => most > limitFor(size) + Math.max(LEAST_MARGIN, size * LOOSE);

/** Requests that are no file of the build: the document, who is signed in, their tasks. */
const OTHER_REQUESTS = 3;

const sizeOf = (code) => gzipSync(code, { level: 9 }).length;

/** A chunk with everything it imports at once. */
function closure(bundle, name, found = new Set()) {
  const part = bundle[name];
  if (part === undefined || part.type !== 'chunk' || found.has(name)) return found;
  found.add(name);
  for (const next of part.imports) closure(bundle, next, found);
  return found;
}

const total = (bundle, names) =>
  [...names].map((n) => sizeOf(bundle[n].code)).reduce((a, b) => a + b, 0);

/** A page by the file that it begins with, e.g. `agreement/screen.tsx`; what is made at build time by its name. */
const nameOf = (page) =>
  (page.facadeModuleId ?? page.name).replace(/^.*\/console\/src\//, '').replace(/^\0/, '');

/** The files of a build and what each page loads more than the first one (bytes, gzip). */
function measured(bundle) {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const assets = Object.values(bundle).filter((part) => part.type === 'asset');
  const entry = chunks.find((part) => part.isEntry);
  const isWords = (part) => /\/i18n\/(?:en|fr)\.ts$/.test(part.facadeModuleId ?? '');
  const [words] = chunks.filter(isWords).sort((a, b) => sizeOf(b.code) - sizeOf(a.code));
  const first = closure(bundle, entry.fileName);
  if (words !== undefined) closure(bundle, words.fileName, first);
  const css = new Set([...first].flatMap((n) => [...(bundle[n].viteMetadata?.importedCss ?? [])]));
  const styles = assets.filter((part) => css.has(part.fileName));
  const rest = styles.map((part) => sizeOf(part.source)).reduce((a, b) => a + b, 0);
  const pages = chunks
    .filter((part) => part.isDynamicEntry && !isWords(part))
    .map((page) => {
      const more = [...closure(bundle, page.fileName)].filter((name) => !first.has(name));
      return [nameOf(page), total(bundle, more)];
    });
  return {
    requests: first.size + styles.length + OTHER_REQUESTS,
    script: total(bundle, first),
    styles: rest,
    pages: Object.fromEntries(pages.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const own = ({ script, styles, pages }) => ({ script, styles, ...pages });

/** Which limits this build breaks, in words; empty when it keeps them all. `table`: the limit of each page, in bytes. */
export function broken(bundle, table = tableNow()) {
  const sizes = measured(bundle);
  const faults = [];
  const limit = (what, size, most) => {
    if (size > most) faults.push(`${what}: ${String(size)}; ${String(most)} is the limit.`);
  };
  limit('Script before the inbox is usable', sizes.script, FIRST_SCRIPT);
  limit('Styles', sizes.styles, FIRST_REST);
  limit('Requests before the inbox is usable', sizes.requests, FIRST_REQUESTS);
  for (const [page, size] of Object.entries(sizes.pages)) limit(page, size, PAGE_SCRIPT);
  const all = own(sizes);
  for (const [page, size] of Object.entries(all)) {
    const most = table[page];
    if (most === undefined) faults.push(`${page}: size-limits.json has no limit for it.`);
    else if (isLoose(most, size)) {
      faults.push(`${page}: ${String(size)}; a limit of ${String(most)} is too wide.`);
    } else limit(page, size, most);
  }
  for (const page of Object.keys(table).filter((each) => all[each] === undefined)) {
    faults.push(`${page}: size-limits.json limits a page that is no more.`);
  }
  return faults;
}

/** The limits that this build would just keep. */
export const limitsOf = (bundle) =>
  Object.fromEntries(
    Object.entries(own(measured(bundle))).map(([page, size]) => [page, limitFor(size)]),
  );

/** Fails the build over a broken limit, and lists the build's files for reading without a connection. */
export const sizeLimits = {
  name: 'size-limits',
  generateBundle(_, bundle) {
    if (process.argv.includes('--limits')) {
      writeFileSync(TABLE, `${JSON.stringify(limitsOf(bundle), null, 2)}\n`);
    }
    const faults = broken(bundle);
    if (faults.length > 0) this.error(faults.join('\n'));
    const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
    this.emitFile({
      type: 'asset',
      fileName: 'files.json',
      source: JSON.stringify(files.map((name) => `/${name}`)),
    });
  },
};
