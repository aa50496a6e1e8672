import ipaddr from 'ipaddr.js';
import { lookup as lookupName, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** The address, or one that the name stands for, is not of the public network. */
export class PrivateAddress extends Error {
  constructor(address: string) {
    super(`${address} is not a public address`);
  }
}

/** True for addresses of the public network; `allowed` are exceptions in CIDR notation, for development. */
export function isPublic(address: string, allowed: readonly string[] = []): boolean {
  // An IPv4 address in IPv6 clothes is judged as what it is.
  const parsed = ipaddr.process(address);
  const excepted = allowed.some((cidr) => {
    const [network, bits] = ipaddr.parseCIDR(cidr);
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
  return excepted || parsed.range() === 'unicast';
}

type Lookup = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => void,
) => void;

const lookupAll: Lookup = (host, done) => {
  lookupName(host, { all: true }, done);
};

/**
 * A `lookup` for sockets that gives only public addresses. The socket connects to what was judged here: a name that
 * answers differently a second time (DNS rebinding) gains nothing. Addresses without a name pass by here: use
 * `assertPublicHost` before.
 */
export const publicLookup =
  (allowed: readonly string[], resolve: Lookup = lookupAll): LookupFunction =>
  (host, options, done) => {
    resolve(host, (error, found) => {
      if (error !== null) return done(error, '');
      const bad = found.find(({ address }) => !isPublic(address, allowed));
      if (bad !== undefined) return done(new PrivateAddress(`${host} (${bad.address})`), '');
      const [first] = found;
      if (first === undefined) return done(new Error(`${host} has no address`), '');
      if (options.all === true) return done(null, [...found]);
      done(null, first.address, first.family);
    });
  };

/** Throws for a host that is written as an address of a private network. */
export function assertPublicHost(hostname: string, allowed: readonly string[]): void {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && !isPublic(bare, allowed)) throw new PrivateAddress(bare);
}
