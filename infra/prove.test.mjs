import assert from 'node:assert/strict';
import { getPriority } from 'node:os';
import { describe, it } from 'node:test';
import { prove, summary } from './proof/phases.mjs';

const says = (name, words, code = 0) => ({
  name,
  command: [
    process.execPath,
    '-e',
    `process.stdout.write(${JSON.stringify(words)}); process.exitCode = ${String(code)}`,
  ],
});
const proven = async (plan) => {
  const lines = [];
  const results = await prove(plan, { cwd: '.', write: (line) => lines.push(line) });
  return { results, lines, summary: summary(results).replace(/\d+ s\b/g, 'n s') };
};

const FAILING_JEST = `@twinning/api: \x1b[31m  \x1b[1m● \x1b[22m\x1b[1mamendment › is signed twice\x1b[39m
@twinning/api: Tests:       1 failed, 2 skipped, 3 passed, 6 total
`;
const FAILING_NODE = `@twinning/infra: ✖ does not know x (1.5ms)
@twinning/infra:     not ok 2 - does not know y
@twinning/infra: # pass 4
@twinning/infra: # fail 2
✖ failing tests:
`;

describe('the proof of the whole', () => {
  it('runs every phase to its end, whatever became of the one before, and names all that failed', async () => {
    const { results, summary: said } = await proven({
      first: [says('build', 'built')],
      lanes: [
        [says('unit', FAILING_NODE, 1), says('integration', FAILING_JEST, 1), says('last', '')],
        [says('lint', 'a.ts is wrong', 2)],
      ],
    });
    assert.deepEqual(
      results.map(({ code }) => code),
      [0, 1, 1, 0, 2],
    );
    assert.equal(
      said,
      [
        'build        ok, n s',
        'unit         FAILED, n s, 4 passed, 2 failed',
        '             ● does not know x',
        '             ● does not know y',
        'integration  FAILED, n s, 3 passed, 1 failed',
        '             ● amendment › is signed twice',
        'last         ok, n s',
        'lint         FAILED, n s',
        '7 passed, 3 failed',
      ].join('\n'),
    );
  });

  it('says what was not run when nothing could be built', async () => {
    const { results, summary: said } = await proven({
      first: [says('install', ''), says('build', 'a type is wrong\n', 1)],
      lanes: [[says('unit', '')]],
    });
    assert.deepEqual(
      results.map(({ code }) => code),
      [0, 1, null],
    );
    assert.match(said, /^build {4}FAILED, n s\nunit {5}not run\n0 passed, 0 failed$/m);
  });

  it('passes on whole lines with the name of the phase, the last one too', async () => {
    const { lines } = await proven({ first: [says('a', 'one\ntwo')], lanes: [] });
    assert.deepEqual(lines, ['a | one\n', 'a | two\n']);
  });

  it('lets a phase that gives way have what the others leave, and no other', async () => {
    // Asked for once it is at work: this waits until it is so, or for three seconds.
    const program = `
      const { getPriority } = require('node:os');
      const own = ${String(getPriority())};
      const end = Date.now() + 3000;
      const look = () => {
        if (getPriority() === own && Date.now() < end) setTimeout(look, 20);
        else console.log(String(getPriority()));
      };
      look();`;
    const tells = (name, more = {}) => ({
      name,
      command: [process.execPath, '-e', program],
      ...more,
    });
    const { lines } = await proven({
      first: [],
      lanes: [[tells('tests')], [tells('reads', { givesWay: true })]],
    });
    const back = Math.min(19, getPriority() + 10);
    assert.deepEqual(lines.sort(), [`reads | ${back}\n`, `tests | ${getPriority()}\n`]);
  });

  it('fails with the reason when a command cannot be started', async () => {
    const { results } = await proven({
      first: [{ name: 'a', command: ['/nothing/here'] }],
      lanes: [],
    });
    assert.deepEqual([results[0].code, results[0].failures.length], [1, 1]);
  });
});
