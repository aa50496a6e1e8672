import ts from 'typescript';
import { below, isTest, namesOf } from './sources.mjs';

/**
 * Where each command is decided and with which codes: every code that the definition names, or a function that it
 * reaches by name. What is decided for all commands alike (the frame of the kernel) is not among them.
 */
export function commandsOf(files, codes) {
  const known = new Set(codes);
  const names = new Map(
    [...files].filter(([name]) => !isTest(name)).map(([name, file]) => [name, namesOf(name, file)]),
  );

  /** The declaration that a name means in a file, with the file it stands in. */
  const resolve = (file, name) => {
    const found = names.get(file)?.get(name);
    if (found === undefined || NOT_FOLLOWED.test(found.from ?? '')) return null;
    return found.node === undefined ? resolve(found.from, found.as) : { file, node: found.node };
  };

  const reached = (start) => {
    const codesHere = new Set();
    const seen = new Set();
    const queue = [start];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next.node)) continue;
      seen.add(next.node);
      for (const node of below(next.node)) {
        if (ts.isStringLiteral(node) && known.has(node.text) && isCode(node))
          codesHere.add(node.text);
        if (!ts.isIdentifier(node) || isField(node) || isOnlyAsked(node)) continue;
        const found = resolve(next.file, node.text);
        if (found !== null) queue.push(found);
      }
    }
    return [...codesHere].sort();
  };

  const commands = new Map();
  for (const [file, declared] of names) {
    for (const [name, { node }] of declared) {
      if (node === undefined || !definesCommand(node)) continue;
      commands.set(name, { file, codes: reached({ file, node }) });
    }
    // Those of the kernel stand in a table.
    for (const node of below(files.get(file))) {
      if (!ts.isPropertyAssignment(node) || !ts.isCallExpression(node.initializer)) continue;
      if (!file.includes('/kernel/') || !/^[A-Z]/.test(node.name.getText())) continue;
      commands.set(node.name.getText(), { file, codes: reached({ file, node }) });
    }
  }
  return commands;
}

/** Lists of all codes and of all commands: whoever reads them refuses with none of them. */
const NOT_FOLLOWED = /\/(texts\/|kernel\/(refusals|slices|evolve|decide)\.ts)/;

/** `command({…})`, or what makes one: its initializer is a call whose name says so. */
const definesCommand = (node) =>
  ts.isVariableDeclaration(node) &&
  /^[A-Z][a-z]/.test(node.name.text) &&
  node.initializer !== undefined &&
  ts.isCallExpression(node.initializer);

/** A field of an object or of an access is no name of the file. */
const isField = (node) =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node);

/** A guard whose answer is only compared with null: what it says is not what is refused. */
const isOnlyAsked = (node) => {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.expression !== node) return false;
  const { parent } = call;
  return (
    ts.isBinaryExpression(parent) &&
    [parent.left, parent.right].some((side) => side.kind === ts.SyntaxKind.NullKeyword)
  );
};

/** A code that is compared with is not refused with. */
const isCode = (node) => !ts.isBinaryExpression(node.parent) || node.parent.right !== node;
