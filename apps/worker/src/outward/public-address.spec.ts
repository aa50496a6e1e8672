import { describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { assertPublicHost, isPublic, PrivateAddress, publicLookup } from './public-address.js';

const PRIVATE = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.9',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
];

/** One address of each network that is not public, in every way in which it can be written. */
const NETWORKS = [
  ...[
    [127, 0, 0, 1],
    [10, 1, 2, 3],
    [0, 0, 0, 0],
    [169, 254, 169, 254],
    [172, 16, 0, 9],
    [192, 168, 1, 1],
    [100, 64, 0, 1],
    [224, 0, 0, 1],
    [198, 18, 0, 1],
    [203, 0, 113, 5],
    [240, 0, 0, 1],
  ],
];
const written = (parts: readonly number[]): readonly string[] => {
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (n: number) => n.toString(16);
  const octal = parts.map((n) => `0${n.toString(8)}`).join('.');
  const pairs = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  return [
    ...[parts.join('.'), String(number), `0x${hex(number)}`, octal],
    ...[`${String(a)}.${String(number % 16_777_216)}`, parts.map((n) => `0x${hex(n)}`).join('.')],
    ...[`[::ffff:${parts.join('.')}]`, `[::ffff:${pairs}]`, `[64:ff9b::${pairs}]`],
    `[2002:${pairs}::1]`,
  ];
};
const TARGETS = NETWORKS.flatMap(written);

const ask = (found: readonly LookupAddress[], allowed: readonly string[] = []) =>
  new Promise<{ error: Error | null; address: unknown }>((resolve) => {
    const lookup = publicLookup(allowed, (_, done) => done(null, found));
    lookup('receiver.example', {}, (error, address) => resolve({ error, address }));
  });

describe('addresses that a webhook may reach', () => {
  it.each(PRIVATE)('%s is refused', (address) => {
    expect(isPublic(address)).toBe(false);
    expect(() => assertPublicHost(address, [])).toThrow(PrivateAddress);
  });

  it.each(['93.184.216.34', '2606:2800:220:1::1'])('%s may be reached', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it('are none of 110 others, however they are written in a URL', () => {
    expect(new Set(TARGETS).size).toBeGreaterThanOrEqual(100);
    const reached = TARGETS.filter((host) => {
      try {
        assertPublicHost(new URL(`https://${host}/hook`).hostname, []);
        return true;
      } catch (error) {
        return !(error instanceof PrivateAddress);
      }
    });
    expect(reached).toEqual([]);
  });

  it('an exception for development allows its network and no other', () => {
    expect(isPublic('127.0.0.1', ['127.0.0.0/8'])).toBe(true);
    expect(isPublic('10.0.0.1', ['127.0.0.0/8'])).toBe(false);
  });

  it('a name is refused when any of its addresses is private, and the socket gets what was judged', async () => {
    const open = { address: '93.184.216.34', family: 4 };
    expect((await ask([open])).address).toBe(open.address);
    const { error } = await ask([open, { address: '10.0.0.1', family: 4 }]);
    expect(error).toBeInstanceOf(PrivateAddress);
  });
});
