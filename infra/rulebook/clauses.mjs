import ts from 'typescript';
import { below, isTest } from './sources.mjs';

/** The clause is that of the command which is refused, or of the paper it names. */
export const OF_THE_COMMAND = '*';

/** What refuses: its code stands before its clause. */
const REFUSES = /^(refuse|broken)$/;

/** The clauses that each code is refused under, as the code names them. */
export function clausesOf(files, codes) {
  const found = Object.fromEntries(codes.map((code) => [code, new Set()]));
  for (const [name, file] of files) {
    if (isTest(name) || !name.startsWith('libs/domain/')) continue;
    for (const node of below(file)) {
      if (!ts.isCallExpression(node) || !REFUSES.test(node.expression.getText())) continue;
      node.arguments.forEach((argument, i) => {
        const clause = node.arguments[i + 1];
        if (clause === undefined) return;
        for (const code of literalsOf(argument)) {
          for (const text of textsOf(clause, file)) found[code]?.add(text);
        }
      });
    }
  }
  return Object.fromEntries(codes.map((code) => [code, [...found[code]].sort(inOrder)]));
}

/** A literal, or either of two. */
const literalsOf = (node) => {
  if (ts.isStringLiteral(node)) return [node.text];
  if (!ts.isConditionalExpression(node)) return [];
  return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
};

/** The texts that a clause may have: its own, those of a constant of the file, or the command’s. */
function textsOf(clause, file) {
  const own = literalsOf(clause);
  if (own.length > 0) return own;
  const name = ts.isElementAccessExpression(clause) ? clause.expression : clause;
  if (!ts.isIdentifier(name)) return [OF_THE_COMMAND];
  const texts = [...below(file)]
    .filter((node) => ts.isVariableDeclaration(node) && node.name.getText() === name.text)
    .flatMap(({ initializer }) => textsIn(initializer));
  return texts.length > 0 ? texts : [OF_THE_COMMAND];
}

function textsIn(initializer) {
  if (initializer === undefined) return [];
  if (ts.isAsExpression(initializer)) return textsIn(initializer.expression);
  if (!ts.isObjectLiteralExpression(initializer)) return literalsOf(initializer);
  return initializer.properties.flatMap((p) =>
    ts.isPropertyAssignment(p) ? literalsOf(p.initializer) : [],
  );
}

/** The command’s own last. */
const inOrder = (a, b) =>
  Number(a === OF_THE_COMMAND) - Number(b === OF_THE_COMMAND) ||
  a.localeCompare(b, 'en', { numeric: true });
