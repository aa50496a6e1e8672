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
  for (const [name, file] of files) {
    if (isTest(name) || NO_RULES.test(name)) continue;
    for (const id of idsIn(file.text)) {
      if (rules[id] !== undefined) rules[id].file ??= name;
    }
  }
  const refusals = Object.fromEntries(codes.map((code) => [code, namedBy(code)]));
  return { commands, rules, refusals };
}

/** Texts, the rule book itself and generated types name rules without deciding anything. */
const NO_RULES = /^libs\/(client|case-file)\/|\/(rulebook|texts|testing|simulation)\/|\/texts\.ts$/;

const rankOf = ({ file }) => (file.startsWith('libs/domain/') ? 0 : 1);
