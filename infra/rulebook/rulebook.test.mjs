import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { clausesOf } from './clauses.mjs';
import { namedIn } from './named.mjs';
import { placesOf } from './places.mjs';
import { idsIn } from './proofs.mjs';

const parsed = (files) =>
  new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true),
    ]),
  );

const code = {
  'libs/domain/src/a/guard.ts': `export const guard = () => refuse('NOT_OPEN', 'ST.5');`,
  'libs/domain/src/a/act.ts': `
    import { guard } from './guard.js';
    /** Ends with the window (lifecycle.md D2). */
    export const Act = command({ decide: (s) => guard() ?? other(s) });
    const asked = (s) => refuse('ONLY_ASKED');
    const other = (s) => (s.why === 'NO_OTHER' && asked(s) === null ? refuse('TOO_LATE') : null);`,
};
const codes = ['NOT_OPEN', 'TOO_LATE', 'NO_OTHER', 'NEVER', 'ONLY_ASKED'];

test('a command is refused with what its guards name, and not with what they compare with or only ask for', () => {
  const { commands } = placesOf(codes, parsed(code));
  assert.deepEqual(commands.Act, {
    file: 'libs/domain/src/a/act.ts',
    codes: ['NOT_OPEN', 'TOO_LATE'],
    proof: null,
  });
});

test('a test proves the ids of its titles and the commands and codes of its text', () => {
  const spec = `describe('the window (D2)', () => {
    it('is over', () => expect(s.refuses('Act').refused).toBe('TOO_LATE'));
  });`;
  const places = placesOf(codes, parsed({ ...code, 'libs/domain/src/a/act.spec.ts': spec }));
  const proof = { file: 'libs/domain/src/a/act.spec.ts', title: 'the window (D2) › is over' };
  assert.deepEqual(places.commands.Act.proof, proof);
  assert.deepEqual(places.rules, { D2: { file: 'libs/domain/src/a/act.ts', proofs: [proof] } });
  assert.deepEqual(places.refusals, {
    NOT_OPEN: null,
    TOO_LATE: proof,
    NO_OTHER: null,
    NEVER: null,
    ONLY_ASKED: null,
  });
});

test('a rule is decided in the domain, a clock where it is laid down, whoever else speaks of them', () => {
  const spec = `it('is over in time (D2, T3)', () => undefined);`;
  const { rules } = placesOf(
    codes,
    parsed({
      'apps/api/src/early.ts': `// D2 and T3 are shown here.\nconst shown = ['T3'];`,
      ...code,
      'libs/domain/src/a/duties.ts': `/** Until T3. */\nconst due = 'T3';`,
      'libs/domain/src/a/timers.ts': `const base = alert('T3', 'remind');`,
      'libs/domain/src/a/act.spec.ts': spec,
    }),
  );
  assert.equal(rules.D2.file, 'libs/domain/src/a/act.ts');
  assert.equal(rules.T3.file, 'libs/domain/src/a/timers.ts');
});

test('a title with a range names each of its ids', () => {
  assert.deepEqual(idsIn('T42 to T45, F1–F3 and D6'), [
    'T42',
    'T45',
    'F1',
    'F3',
    'D6',
    'T43',
    'T44',
    'F2',
  ]);
});

test('a refusal has the clauses that stand beside its code, also those of a constant, or that of its command', () => {
  const text = `
    const CLAUSE = 'DIR 5.1';
    const bySide = { LEAD: 'DIR 1.7', TWINNED: 'DIR 1.9.2' } as const;
    const a = refuse('NOT_OPEN', CLAUSE);
    const b = refuse('NOT_OPEN', 'ST.5.7', { code: 'NEVER' });
    const c = refuse(late ? 'TOO_LATE' : 'NOT_OPEN', bySide[side]);
    const d = (definition) => refuse('NO_OTHER', definition.clause);
    const e = broken(holds, 'ONLY_ASKED', 'ST.2', null);`;
  assert.deepEqual(clausesOf(parsed({ 'libs/domain/src/a/act.ts': text }), codes), {
    NOT_OPEN: ['DIR 1.7', 'DIR 1.9.2', 'DIR 5.1', 'ST.5.7'],
    TOO_LATE: ['DIR 1.7', 'DIR 1.9.2'],
    NO_OTHER: ['*'],
    NEVER: [],
    ONLY_ASKED: ['ST.2'],
  });
});

test('named files are read as they are: titles of tests, texts of records, and what is not there', () => {
  const record = 'docs/decisions/0023-what-the-comparison-with-the-rules-leaves.md';
  const spec = 'libs/domain/src/calendar/calendar.spec.ts';
  const { there, titles, records } = namedIn([record, spec, 'libs/domain/src/never.spec.ts']);
  assert.deepEqual(there, [record, spec]);
  assert.ok(titles[spec].includes('only real calendar dates are accepted › "%s" is refused'));
  assert.match(records[record], /PM-15/);
});
