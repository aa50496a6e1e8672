import ts from 'typescript';
import { below, isTest } from './sources.mjs';

const TEST = /^(it|test|describe|everyStepOf)(\.each|\.skip|\.only)?/;

const titleOf = (call) => {
  const first = call.arguments[0];
  if (first === undefined) return null;
  if (ts.isStringLiteral(first) || ts.isNoSubstitutionTemplateLiteral(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.getText().slice(1, -1) : null;
};

/** What has a command carried out, by the name of the function; `refuses` and its like have it refused. */
const CARRIES_OUT = /(?:^|\.)(does|together|act|send|sends|agreed|takes)$/;

/**
 * Tests of a file: titles from the outermost `describe` inwards, every literal of the test's own text, and of these what
 * it has carried out and what it expects as the code of a refusal.
 */
function* testsOf(name, node, titles = []) {
  if (ts.isCallExpression(node) && TEST.test(node.expression.getText())) {
    const title = titleOf(node);
    if (title !== null) {
      const path = [...titles, title];
      if (!node.expression.getText().startsWith('describe')) {
        yield {
          file: name,
          title: path.join(' › '),
          literals: literalsOf(node),
          done: doneIn(node),
          refused: refusedIn(node),
        };
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

const doneIn = (call) => {
  const done = new Set();
  for (const node of below(call)) {
    if (!ts.isCallExpression(node) || !CARRIES_OUT.test(node.expression.getText())) continue;
    for (const argument of node.arguments)
      if (ts.isStringLiteral(argument)) done.add(argument.text);
  }
  return done;
};

/** A literal that is compared with what was refused, or stands in a table of such a test; not a rule or a cause of that name. */
function refusedIn(call) {
  const refused = new Set();
  for (const node of below(call)) {
    if (ts.isStringLiteral(node) && isExpected(node, call)) refused.add(node.text);
  }
  return refused;
}

function isExpected(literal, call) {
  for (let node = literal; node !== call; node = node.parent) {
    const { parent } = node;
    if (ts.isPropertyAssignment(parent)) return /^(refused|code)$/.test(parent.name.getText());
    if (!ts.isCallExpression(parent) || !parent.arguments.includes(node)) continue;
    const callee = parent.expression.getText();
    if (/\.(toBe|toEqual|toContain|toMatchObject)$/.test(callee)) return REFUSED.test(callee);
  }
  return REFUSED.test(call.arguments.at(-1)?.getText() ?? '');
}

/** How tests name what a refusal says. */
const REFUSED = /refus|code(?!s)/i;

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
