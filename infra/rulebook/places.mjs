import { posix } from 'node:path';
import { clausesOf } from './clauses.mjs';
import { commandsOf } from './commands.mjs';
import { namedIn } from './named.mjs';
import { allTests, idsIn } from './proofs.mjs';
import { isTest, parsedFiles } from './sources.mjs';

/** Where every rule stands in the code and which tests show it (`Places` of the domain); `named` are files of numbered rules. */
export function placesOf(codes, files = parsedFiles(), named = []) {
  // The domain's own tests speak first; those of faults number the faults, not the rules.
  const tests = allTests(files).sort((a, b) => rankOf(a) - rankOf(b));
  const proofOf = ({ file, title }) => ({ file, title });

  // Of a command speaks above all a test that has it carried out: one in which it is only refused shows half of it.
  const shownBy = (command, beside) => {
    const weightOf = ({ title, file, done }) =>
      (title.startsWith(`${command} ›`) ? 8 : 0) +
      (names(title, command) ? 3 : 0) +
      (posix.dirname(file) === beside ? 4 : 0) +
      (done.has(command) ? 3 : 0) -
      (ELSE.test(title.split(' › ').at(-1)) ? 5 : 0);
    const naming = tests.filter(
      ({ literals, title }) => literals.has(command) || title.startsWith(`${command} ›`),
    );
    const [best] = naming.toSorted((a, b) => weightOf(b) - weightOf(a));
    return best === undefined ? null : proofOf(best);
  };

  const commands = Object.fromEntries(
    [...commandsOf(files, codes)].map(([name, { file, codes: refused }]) => [
      name,
      { file, codes: refused, proof: shownBy(name, posix.dirname(file)) },
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
  // Above all it is a test that expects the code: one that only names it may speak of a rule or a cause of that name.
  const refusalShownBy = (code) => {
    const weightOf = ({ title, refused }) =>
      (names(title, code) ? 4 : 0) +
      (refusedWith(code).some((command) => names(title, command)) ? 2 : 0) +
      (refused.has(code) ? 5 : 0);
    const naming = tests.filter(({ literals }) => literals.has(code));
    const [best] = naming.toSorted((a, b) => weightOf(b) - weightOf(a));
    return best === undefined ? null : proofOf(best);
  };
  const refusals = Object.fromEntries(codes.map((code) => [code, refusalShownBy(code)]));
  // A title that names one rule says more of it than one that names a group.
  for (const { proofs } of Object.values(rules)) {
    proofs.sort((a, b) => idsIn(a.title).length - idsIn(b.title).length);
  }
  return { commands, rules, refusals, clauses: clausesOf(files, codes), named: namedIn(named) };
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

/** Titles of tests that show when something is not done, or what it does the second time. */
const ELSE = /\b(refuse[sd]?|nothing|quiet|anew|again|another)\b/;

const names = (title, word) => new RegExp(`\\b${word}\\b`).test(title);

const rankOf = ({ file }) => (file.startsWith('libs/domain/') ? 0 : 1);
