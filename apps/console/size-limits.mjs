// What a browser loads for each page, held to limits that fail the build (bytes, gzip).
import { gzipSync } from 'node:zlib';

const FIRST_SCRIPT = 120_000;
const FIRST_REST = 40_000;
const FIRST_REQUESTS = 8;
const PAGE_SCRIPT = 60_000;

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

/** Which limits this build breaks, in words; empty when it keeps them all. */
export function broken(bundle) {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const assets = Object.values(bundle).filter((part) => part.type === 'asset');
  const entry = chunks.find((part) => part.isEntry);
  const isWords = (part) => /\/i18n\/(?:en|fr)\.ts$/.test(part.facadeModuleId ?? '');
  const [words] = chunks.filter(isWords).sort((a, b) => sizeOf(b.code) - sizeOf(a.code));
  const first = closure(bundle, entry.fileName);
  if (words !== undefined) closure(bundle, words.fileName, first);
  const faults = [];
  const limit = (what, size, most) => {
    if (size > most) faults.push(`${what}: ${String(size)}; ${String(most)} is the limit.`);
  };
  limit('Script before the inbox is usable', total(bundle, first), FIRST_SCRIPT);
  const css = new Set([...first].flatMap((n) => [...(bundle[n].viteMetadata?.importedCss ?? [])]));
  const styles = assets.filter((part) => css.has(part.fileName));
  const rest = styles.map((part) => sizeOf(part.source)).reduce((a, b) => a + b, 0);
  limit('Styles', rest, FIRST_REST);
  limit(
    'Requests before the inbox is usable',
    first.size + styles.length + OTHER_REQUESTS,
    FIRST_REQUESTS,
  );
  for (const page of chunks.filter((part) => part.isDynamicEntry && !isWords(part))) {
    const more = [...closure(bundle, page.fileName)].filter((name) => !first.has(name));
    limit(`Script of ${page.name}`, total(bundle, more), PAGE_SCRIPT);
  }
  return faults;
}

/** Fails the build over a broken limit, and lists the build's files for reading without a connection. */
export const sizeLimits = {
  name: 'size-limits',
  generateBundle(_, bundle) {
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
