import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { Agent, type Dispatcher } from 'undici';

/** Addresses of machines, networks and purposes that are nobody's public server (IANA's special-purpose registries, RFC 6890). */
const special = new BlockList();
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
])
  special.addSubnet(network, prefix, 'ipv4');
// Of IPv6 only what is given out for the open network is one; within it, what stands for IPv4 or documents.
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one of the open network. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIP(address) === 6 && open.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** It leads to a private network, where nobody outside sends us. */
export class PrivateAddress extends Error {
  readonly code = 'PRIVATE_ADDRESS';
  constructor() {
    super('The address is not one of the open network.');
  }
}

/** Throws `PrivateAddress` for a URL whose host is written as such an address. */
export function requirePublic(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress();
}

type Lookup = (
  host: string,
  options: object,
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
) => void;

/** Names are looked up once, and connected to as they were found: what a name says later cannot lead elsewhere. */
const lookupPublic: Lookup = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    const reachable = found.filter(({ address }) => isPublicAddress(address));
    const [first] = reachable;
    if (!first || reachable.length < found.length) return done(new PrivateAddress(), []);
    if ('all' in options && options.all === true) return done(null, reachable);
    return done(null, first.address, first.family);
  });

/** Connects to servers of others, and unless `toPrivate` to none of a private network. */
export function createOutward(toPrivate: boolean, timeout: number): Dispatcher {
  return new Agent({
    connections: 8,
    connect: { timeout, ...(toPrivate ? {} : { lookup: lookupPublic as never }) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
}
