import ts from 'typescript';
import { below, isTest } from './sources.mjs';

const TEST = /^(it|test|describe|everyStepOf)(\.each|\.skip|\.only)?/;

const titleOf = (call) => {
  const first = call.arguments[0];
  if (first === undefined) return null;
  if (ts.isStringLiteral(first) || ts.isNoSubstitutionTemplateLiteral(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.getText().slice(1, -1) : null;
};

/** Tests of a file: titles from the outermost `describe` inwards, and every literal of the test's own text. */
function* testsOf(name, node, titles = []) {
  if (ts.isCallExpression(node) && TEST.test(node.expression.getText())) {
    const title = titleOf(node);
    if (title !== null) {
      const path = [...titles, title];
      if (!node.expression.getText().startsWith('describe')) {
        yield { file: name, title: path.join(' › '), literals: literalsOf(node) };
        return;
      }
      for (const argument of node.arguments.slice(1)) yield* testsOf(name, argument, path);
      return;
    }
  }
  const children = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* testsOf(name, child, titles);
}

const literalsOf = (call) => {
  const literals = new Set();
  for (const node of below(call)) {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      literals.add(node.text);
  }
  return literals;
};

/** The ids that a title names; `T42 to T45` names the four. */
export function idsIn(title) {
  const ids = new Set(title.match(/\b[TDF]\d{1,2}\b/g) ?? []);
  for (const [, kind, from, to] of title.matchAll(/\b([TDF])(\d{1,2})(?: to |–)\1(\d{1,2})\b/g)) {
    for (let i = Number(from); i <= Number(to); i += 1) ids.add(`${kind}${i}`);
  }
  return [...ids];
}

export const allTests = (files) =>
  [...files].filter(([name]) => isTest(name)).flatMap(([name, file]) => [...testsOf(name, file)]);
