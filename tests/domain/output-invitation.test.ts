import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, folded, parameter } from '../../src/domain/output/papers/invitation.ts';

/** RFC 5545: content lines and the values in them, as any calendar reads them. */
const unfold = (text: string) => text.replaceAll('\r\n ', '');
const octets = (text: string) => Buffer.byteLength(text, 'utf8');

describe('a line of an invitation', () => {
  it.each([
    ['SUMMARY:short', 1],
    [`SUMMARY:${'a'.repeat(67)}`, 1],
    [`SUMMARY:${'a'.repeat(68)}`, 2],
    [`SUMMARY:${'漏'.repeat(22)}`, 1],
    [`SUMMARY:${'漏'.repeat(23)}`, 2],
  ])('is parted where it has more than 75 octets: %s', (line, parts) => {
    expect(folded(line).split('\r\n')).toHaveLength(parts);
  });

  it('comes back whole, in parts of at most 75 octets that break no character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 }).filter((one) => !/[\r\n]/.test(one));
    fc.assert(
      fc.property(text, (line) => {
        const parts = folded(line).split('\r\n');
        expect(Math.max(...parts.map(octets))).toBeLessThanOrEqual(75);
        expect(parts.every((part) => part.isWellFormed())).toBe(line.isWellFormed());
        expect(unfold(parts.join('\r\n'))).toBe(line);
      }),
    );
  });

  it('escapes what has a meaning in a text, and quotes what stands in a parameter', () => {
    expect(escaped('甲;乙,丙\\丁\n戊')).toBe('甲\\;乙\\,丙\\\\丁\\n戊');
    expect(parameter('李"工"^\n')).toBe(`"李^'工^'^^^n"`);
  });
});
