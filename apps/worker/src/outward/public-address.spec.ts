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
