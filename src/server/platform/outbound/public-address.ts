import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Which addresses belong to the open internet. What may not be asked for on behalf of others are the networks around this machine: loopback,
 * private and link-local ones, where clouds answer with credentials, and whatever the IANA special-purpose registries keep for other uses
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry).
 */
const specialIPv4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 only global unicast is public at all; within it these are not, or lead to an IPv4 address that nobody has looked at (6to4, Teredo). */
const globalIPv6: readonly [string, number] = ['2000::', 3];
const specialIPv6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const [network, bits] of ranges) list.addSubnet(network, bits, family);
  return list;
};
const special4 = listOf(specialIPv4, 'ipv4');
const global6 = listOf([globalIPv6], 'ipv6');
const special6 = listOf(specialIPv6, 'ipv6');

/** @param address as a resolver gives it, without brackets. Anything that is no address is not public. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv4(address)) return !special4.check(address, 'ipv4');
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}
