import { posix } from 'node:path';
import { commandsOf } from './commands.mjs';
import { allTests, idsIn } from './proofs.mjs';
import { isTest, parsedFiles } from './sources.mjs';

/** Where every rule stands in the code and which tests show it (`Places` of the domain). */
export function placesOf(codes, files = parsedFiles()) {
  // The domain's own tests speak first; those of faults number the faults, not the rules.
  const tests = allTests(files).sort((a, b) => rankOf(a) - rankOf(b));
  const proofOf = ({ file, title }) => ({ file, title });

  // The test beside the code comes first: it is the one that speaks of the rule itself.
  const namedBy = (literal, beside) => {
    const naming = tests.filter(({ literals }) => literals.has(literal));
    const near = naming.find(({ file }) => posix.dirname(file) === beside);
    const found = near ?? naming[0];
    return found === undefined ? null : proofOf(found);
  };

  const commands = Object.fromEntries(
    [...commandsOf(files, codes)].map(([name, { file, codes: refused }]) => [
      name,
      { file, codes: refused, proof: namedBy(name, posix.dirname(file)) },
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
  const refusals = Object.fromEntries(codes.map((code) => [code, namedBy(code)]));
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

const rankOf = ({ file }) => (file.startsWith('libs/domain/') ? 0 : 1);
