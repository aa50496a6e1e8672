import { describe, expect, it } from '@jest/globals';
import { openCheckpoint, signCheckpoint, verifyReceipt } from './checkpoint.js';
import { signerFrom, verifierText } from './keys.js';
import { leafHash } from './merkle.js';

const signer = signerFrom('twinning.example/log', Buffer.alloc(32, 7));
const other = signerFrom('twinning.example/log', Buffer.alloc(32, 8));
const leaf = Buffer.from('a leaf');
const note = signCheckpoint({ origin: signer.name, size: 1, root: leafHash(leaf) }, signer);

describe('a checkpoint', () => {
  it('is read with the key that signed it', () => {
    expect(openCheckpoint(note, [signer])).toEqual({
      origin: 'twinning.example/log',
      size: 1,
      root: leafHash(leaf),
    });
  });

  it('is refused with another key of the same name', () => {
    expect(() => openCheckpoint(note, [other])).toThrow('no signature of a known key');
  });

  it('is refused when its size was changed', () => {
    expect(() => openCheckpoint(note.replace('\n1\n', '\n2\n'), [signer])).toThrow(
      'does not match',
    );
  });

  it('names its verifier in the form of C2SP signed notes', () => {
    expect(verifierText(signer)).toMatch(/^twinning\.example\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/);
  });
});

describe('a receipt', () => {
  const receipt = { index: 0, leaf: leaf.toString('base64'), proof: [], checkpoint: note };

  it('proves its leaf offline', () => {
    expect(verifyReceipt(receipt, [signer]).size).toBe(1);
  });

  it('fails for another leaf', () => {
    const forged = { ...receipt, leaf: Buffer.from('another').toString('base64') };
    expect(() => verifyReceipt(forged, [signer])).toThrow('not in the tree');
  });
});
