import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_PORT, parseOptions } from './launcher/options.mjs';

const optionsOf = (...args) => parseOptions(args).options;
const faultOf = (...args) => parseOptions(args).fault;

describe('options of the launcher', () => {
  it('has a default for everything', () => {
    assert.deepEqual(optionsOf(), {
      port: DEFAULT_PORT,
      data: null,
      rate: null,
      fresh: false,
      noDemo: false,
      help: false,
    });
  });

  it('takes a value after a space or after an equals sign', () => {
    const spaced = optionsOf('--port', '5000', '--data', 'a b', '--rate', '1440', '--fresh');
    assert.deepEqual(spaced, optionsOf('--port=5000', '--data=a b', '--rate=1440', '--fresh'));
    assert.deepEqual([spaced.port, spaced.data, spaced.rate], [5000, 'a b', 1440]);
    assert.equal(optionsOf('--no-demo').noDemo, true);
  });

  for (const args of [['--porte', '1'], ['x'], ['--fresh=yes'], ['-v'], ['--constructor']]) {
    it(`does not know ${args.join(' ')}`, () => {
      assert.equal(faultOf(...args).code, 'unknownOption');
      assert.equal(faultOf(...args).values.option, args[0]);
    });
  }

  for (const args of [['--port'], ['--data', '--fresh'], ['--data=']]) {
    it(`misses the value of ${args.join(' ')}`, () => {
      assert.deepEqual(faultOf(...args), {
        code: 'missingValue',
        values: { option: args[0].replace('=', '') },
      });
    });
  }

  for (const port of ['0', '65536', '80.5', 'http', '-1']) {
    it(`refuses port ${port}`, () => {
      assert.deepEqual(faultOf(`--port=${port}`), { code: 'badPort', values: { value: port } });
    });
  }

  for (const rate of ['0', 'fast', '-3', '10000001', 'NaN', 'Infinity']) {
    it(`refuses rate ${rate}`, () => {
      assert.deepEqual(faultOf(`--rate=${rate}`), { code: 'badRate', values: { value: rate } });
    });
  }
});
