import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FilesAway } from './bucket-vault.js';
import { ClamdUnderTest, HARMFUL } from './clamd.testing.js';
import { ClamdScanner } from './scanner.js';

describe('a scanner of files', () => {
  let clamd: ClamdUnderTest;
  let scanner: ClamdScanner;

  beforeAll(async () => {
    clamd = await ClamdUnderTest.start();
    scanner = new ClamdScanner(clamd.address, 30_000);
  });
  beforeEach(() => {
    clamd.says = undefined;
  });
  afterAll(() => clamd.stop());

  it('says what it finds, in a small file and across the pieces of a large one', async () => {
    expect(await scanner.findsIn(Buffer.from('a harmless file'))).toBe(false);
    expect(await scanner.findsIn(Buffer.from(`x${HARMFUL}x`))).toBe(true);
    const large = Buffer.alloc(3 * 1024 * 1024 + 7, 'a');
    expect(await scanner.findsIn(large)).toBe(false);
    large.write(HARMFUL, 256 * 1024 - 5);
    expect(await scanner.findsIn(large)).toBe(true);
    expect(clamd.seen.slice(-2)).toEqual([large.length, large.length]);
  });

  it.each([
    ['an error', 'INSTREAM size limit exceeded. ERROR'],
    ['something else', 'stream: OK, or not'],
    ['nothing in time', null],
    ['nothing, and breaks off', ''],
    ['too much', 'x'.repeat(10_000)],
  ])('is taken for clean by no answer but a clean one: %s', async (_, says) => {
    clamd.says = says;
    const hasty = new ClamdScanner(clamd.address, 300);
    await expect(hasty.findsIn(Buffer.from('x'))).rejects.toThrow(FilesAway);
  });

  it('that is not there lets nothing pass', async () => {
    const gone = await ClamdUnderTest.start();
    const { address } = gone;
    await gone.stop();
    await expect(new ClamdScanner(address).findsIn(Buffer.from('x'))).rejects.toThrow(FilesAway);
    for (const wrong of ['', 'localhost', 'http://localhost:3310', 'a b:1']) {
      expect(() => new ClamdScanner(wrong)).toThrow(/no address of a scanner/);
    }
  });
});
