import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/server/platform/outbound/public-address.ts';

describe('an address is public', () => {
  it.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.1'])(
    '%s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(['172.15.255.255', '172.32.0.0', '192.167.255.255', '223.255.255.255', '2400:3200::1', '2606:4700::1111'])(
    '%s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('an address is not public', () => {
  it.each([
    ['this host', '0.0.0.0'],
    ['private', '10.0.0.1'],
    ['shared, where one cloud keeps its metadata', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback, its last', '127.255.255.255'],
    ['link-local, where clouds keep their metadata', '169.254.169.254'],
    ['private, first and last', '172.16.0.0'],
    ['private, first and last', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['benchmarks', '198.19.255.255'],
    ['documentation', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped metadata, in hex', '::ffff:a9fe:a9fe'],
    ['mapped public', '::ffff:1.1.1.1'],
    ['compatible', '::10.0.0.1'],
    ['NAT64', '64:ff9b::a9fe:a9fe'],
    ['discarded', '100::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['6to4 of a private address', '2002:a00:1::'],
    ['unique local', 'fc00::1'],
    ['unique local, where one cloud keeps its metadata', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['no address', 'localhost'],
    ['in octal', '0177.0.0.1'],
    ['as one number', '2130706433'],
    ['in brackets', '[::1]'],
    ['nothing', ''],
  ])('%s: %s', (_why, address) => expect(isPublicAddress(address)).toBe(false));

  it('when it is an IPv4 address in the clothes of an IPv6 one, whichever it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });

  it('anywhere in 10/8, 172.16/12, 192.168/16, 127/8 and 169.254/16', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const heads = fc.oneof(
      byte.map((b) => [10, b]),
      fc.integer({ min: 16, max: 31 }).map((b) => [172, b]),
      fc.constant([192, 168]),
      byte.map((b) => [127, b]),
      fc.constant([169, 254]),
    );
    fc.assert(
      fc.property(heads, byte, byte, (head, c, d) => {
        expect(isPublicAddress([...head, c, d].join('.'))).toBe(false);
      }),
    );
  });

  it('outside of 2000::/3', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16);
        fc.pre(first < 0x2000 || first > 0x3fff);
        expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});
