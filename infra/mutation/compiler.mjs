import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The text of a file with one mutant in it. */
function mutated(source, { location: { start, end }, replacement }) {
  const lines = source.split('\n');
  const at = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  return source.slice(0, at(start)) + replacement + source.slice(at(end));
}

/**
 * Whether the compiler refuses a file of the domain with another text. The build does not pass with such a mutant, so no
 * test needs to notice it. Only the file itself is looked at: an error that it causes elsewhere leaves it a survivor.
 */
export function compilerOf(root) {
  const folder = join(root, 'libs', 'domain');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (at) =>
    readFileSync(at, 'utf8'),
  );
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const texts = new Map();
  const versions = new Map();
  const service = ts.createLanguageService({
    getScriptFileNames: () => fileNames,
    getScriptVersion: (name) => String(versions.get(name) ?? 0),
    getScriptSnapshot: (name) => {
      const text = texts.get(name) ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => ({ ...options, noEmit: true }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return (file, source, mutant) => {
    const name = join(folder, file);
    const set = (text) => {
      if (text === null) texts.delete(name);
      else texts.set(name, text);
      versions.set(name, (versions.get(name) ?? 0) + 1);
    };
    set(mutated(source, mutant));
    const errors =
      service.getSemanticDiagnostics(name).length + service.getSyntacticDiagnostics(name).length;
    set(null);
    return errors > 0;
  };
}

/** The report with those survivors that do not compile as what they are. */
export function withoutUncompilable(files, refuses) {
  return Object.fromEntries(
    Object.entries(files).map(([file, { source, mutants, ...rest }]) => [
      file,
      {
        ...rest,
        source,
        mutants: mutants.map((mutant) =>
          ['Survived', 'NoCoverage'].includes(mutant.status) && refuses(file, source, mutant)
            ? { ...mutant, status: 'CompileError' }
            : mutant,
        ),
      },
    ]),
  );
}
