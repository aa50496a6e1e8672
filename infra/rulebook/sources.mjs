import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const HOMES = ['libs', 'apps'];

/** The domain decides; elsewhere only what names a rule is worth reading. */
const worthReading = (name, text) =>
  name.startsWith('libs/domain/') ||
  (name.startsWith('libs/engine/') && isTest(name)) ||
  /\b[TDF]\d{1,2}\b/.test(text);

/** Parsed TypeScript files by their path from the root, in the order of the paths. */
export function parsedFiles(from = root) {
  const packages = HOMES.flatMap((home) =>
    readdirSync(join(from, home)).map((p) => `${home}/${p}`),
  );
  const names = [...packages, 'workflows', 'test'].flatMap((folder) =>
    scripts(from, `${folder}/src`),
  );
  return new Map(
    names.sort().flatMap((name) => {
      const text = readFileSync(join(from, name), 'utf8');
      if (!worthReading(name, text)) return [];
      return [[name, ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)]];
    }),
  );
}

const scripts = (from, folder) =>
  existsSync(join(from, folder))
    ? readdirSync(join(from, folder), { recursive: true })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    : [];

/** The invariants are checked by what the specs beside them share. */
export const isTest = (name) =>
  /\.(spec|e2e|bench)\.ts$/.test(name) || /^test\/|\/invariants\//.test(name);

/** Everything below a node, depth first, the node itself included. */
export function* below(node) {
  yield node;
  const children = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* below(child);
}

/** What a file declares at its top and what it imports: by name, the declaring node or the file and name it comes from. */
export function namesOf(name, file) {
  const names = new Map();
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const d of statement.declarationList.declarations) {
        if (ts.isIdentifier(d.name)) names.set(d.name.text, { node: d });
      }
    } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      names.set(statement.name.text, { node: statement });
    } else if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
      const from = statement.moduleSpecifier?.text;
      if (from === undefined || !from.startsWith('.')) continue;
      const target = posix.join(posix.dirname(name), from.replace(/\.js$/, '.ts'));
      const clause = ts.isImportDeclaration(statement)
        ? statement.importClause?.namedBindings
        : statement.exportClause;
      if (clause === undefined || !(ts.isNamedImports(clause) || ts.isNamedExports(clause)))
        continue;
      for (const e of clause.elements) {
        names.set(e.name.text, { from: target, as: (e.propertyName ?? e.name).text });
      }
    }
  }
  return names;
}
