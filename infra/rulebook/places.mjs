import { posix } from 'node:path';
import { commandsOf } from './commands.mjs';
import { allTests, idsIn } from './proofs.mjs';
import { isTest, parsedFiles } from './sources.mjs';

/** Where every rule stands in the code and which tests show it (`Places` of the domain). */
export function placesOf(codes, files = parsedFiles()) {
  // The domain's own tests speak first; those of faults number the faults, not the rules.
  const tests = allTests(files).sort((a, b) => rankOf(a) - rankOf(b));
  const proofOf = ({ file, title }) => ({ file, title });

  // A test whose title names it speaks of the rule itself; then one that stands beside the code.
  const namedBy = (literal, { titles = [literal], beside } = {}) => {
    const naming = tests.filter(({ literals }) => literals.has(literal));
    const titled = naming.filter(({ title }) => titles.some((name) => names(title, name)));
    const near = (of) => of.find(({ file }) => posix.dirname(file) === beside);
    const found = near(titled) ?? titled[0] ?? near(naming) ?? naming[0];
    return found === undefined ? null : proofOf(found);
  };

  const commands = Object.fromEntries(
    [...commandsOf(files, codes)].map(([name, { file, codes: refused }]) => [
      name,
      { file, codes: refused, proof: namedBy(name, { beside: posix.dirname(file) }) },
    ]),
  );

  const rules = {};
  const ruleOf = (id) => (rules[id] ??= { file: null, proofs: [] });
  for (const test of tests) {
    for (const id of idsIn(test.title)) {
      if (!(id.startsWith('F') && test.file.startsWith('test/')))
        ruleOf(id).proofs.push(proofOf(test));
    }
  }
  const sources = [...files].filter(([name]) => !isTest(name) && !NO_RULES.test(name));
  for (const [id, rule] of Object.entries(rules)) rule.file = placeOf(id, sources);
  // Of a refusal speaks, beside a title that names it, the test of a command that is refused with it.
  const refusedWith = (code) =>
    Object.entries(commands).flatMap(([name, { codes: refused }]) =>
      refused.includes(code) ? [name] : [],
    );
  const refusals = Object.fromEntries(
    codes.map((code) => [code, namedBy(code, { titles: [code, ...refusedWith(code)] })]),
  );
  // A title that names one rule says more of it than one that names a group.
  for (const { proofs } of Object.values(rules)) {
    proofs.sort((a, b) => idsIn(a.title).length - idsIn(b.title).length);
  }
  return { commands, rules, refusals };
}

/** Texts, the rule book itself, generated types and what tests are made with name rules without deciding anything. */
const NO_RULES =
  /^libs\/(client|case-file)\/|\/(rulebook|texts|testing|simulation)\/|\/(texts|testing)\.ts$/;

/** The domain decides; in it, a clock is decided where it is laid down, and any rule where it is spoken of. */
function placeOf(id, sources) {
  const names = sources.filter(([, file]) => idsIn(file.text).includes(id));
  const domain = names.filter(([name]) => rankOf({ file: name }) === 0);
  const laid = domain.filter(([, file]) => file.text.includes(`'${id}'`));
  const lays = [...laid.filter(([name]) => name.includes('timers')), ...laid];
  return (lays[0] ?? domain[0] ?? names[0])?.[0] ?? null;
}

const names = (title, word) => new RegExp(`\\b${word}\\b`).test(title);

const rankOf = ({ file }) => (file.startsWith('libs/domain/') ? 0 : 1);
