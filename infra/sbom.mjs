// `npm run sbom` ends here: what the bill of materials names is what the lock installs in production, and nothing else.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `name@version` of each package that the lock installs in production; those of one platform only are apart. */
export function lockedIn({ packages }) {
  const named = (wanted) =>
    Object.entries(packages)
      .filter(([path, of]) => path.includes('node_modules/') && !of.link && wanted(of))
      .map(
        ([path, { name, version }]) => `${name ?? path.split('node_modules/').pop()}@${version}`,
      );
  return {
    needed: new Set(named((of) => !of.dev && !of.devOptional && !of.optional)),
    known: new Set(named((of) => !of.dev)),
  };
}

const own = ({ purl = '', name = '', group = '' }) =>
  group === '@twinning' || name.startsWith('@twinning/') || purl.startsWith('pkg:npm/%40twinning');

/** `name@version` of each package of a CycloneDX document, at whatever depth; our own workspaces left out. */
export function namedIn({ components = [] }) {
  return new Set(
    components.flatMap((of) => {
      const name = of.group ? `${of.group}/${of.name}` : of.name;
      return [...(own(of) ? [] : [`${name}@${of.version}`]), ...namedIn(of)];
    }),
  );
}

/** Where document and lock differ, a line each; none when they agree. */
export function differences(sbom, lock) {
  const { needed, known } = lockedIn(lock);
  const named = namedIn(sbom);
  return [
    ...[...needed].filter((one) => !named.has(one)).map((one) => `${one} is not in the SBOM`),
    ...[...named].filter((one) => !known.has(one)).map((one) => `${one} is not in the lock`),
  ].sort();
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = differences(readJson('sbom.cdx.json'), readJson('package-lock.json'));
  for (const line of found) console.error(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
