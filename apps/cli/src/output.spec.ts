import { describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { Output, table } from './output.js';

/** A stream that keeps what is written to it. */
function paper(isTTY = false) {
  let text = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), read: () => text };
}

describe('Output', () => {
  it('says sentences and a result for people', () => {
    const out = paper();
    const output = new Output(false, out.stream, paper().stream);
    output.say('First.');
    output.result({ n: 1 }, () => 'Done.');
    expect(out.read()).toBe('First.\nDone.\n');
  });

  it('writes one JSON value and no sentence with --json', () => {
    const out = paper();
    const output = new Output(true, out.stream, paper().stream);
    output.say('First.');
    output.result({ n: 1 }, () => 'Done.');
    expect(out.read()).toBe('{"n":1}\n');
  });

  it('draws progress on a terminal, once for each percent', () => {
    const err = paper(true);
    const progress = new Output(false, paper().stream, err.stream).progress('Importing');
    progress(1, 2);
    progress(1, 2);
    progress(2, 2);
    expect(err.read().split('\r').slice(1)).toEqual([
      `Importing ${'█'.repeat(15)}${'░'.repeat(15)}  50 %`,
      `Importing ${'█'.repeat(30)} 100 %\n`,
    ]);
  });

  it('draws nothing where nobody watches', () => {
    const err = paper();
    new Output(false, paper().stream, err.stream).progress('Importing')(2, 2);
    expect(err.read()).toBe('');
  });
});

describe('table', () => {
  it('aligns columns by their longest cell and leaves no blanks at the end', () => {
    expect(
      table([
        ['Id', 'Name'],
        ['asi.rep', 'ASI'],
        ['x', ''],
      ]),
    ).toBe('Id       Name\nasi.rep  ASI\nx');
  });
});
