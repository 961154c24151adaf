import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, fitLines } from '../../src/domain/group-chat/fit-lines.ts';
import { pauseAfter } from '../../src/domain/group-chat/problems.ts';
import { productOfHost } from '../../src/domain/group-chat/products.ts';

describe('lines that have to fit', () => {
  it('stay as they are when they do', () => {
    expect(fitLines(['一', '二'], 7)).toEqual(['一', '二']);
    expect(fitLines([], 0)).toEqual([]);
  });

  it('lose their length from the longest down', () => {
    expect(fitLines(['标题', '长'.repeat(100), '尾'], 60)).toEqual(['标题', `${'长'.repeat(15)}…`, '尾']);
  });

  it('are never cut within a sign', () => {
    const family = '👨‍👩‍👧‍👦';
    const [line = ''] = fitLines([family.repeat(4)], 60);
    expect(line).toBe(`${family.repeat(2)}…`);
  });

  it('always fit, in their order, whatever they are', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 12, max: 400 }), (lines, most) => {
        const fitted = fitLines(lines, most);
        expect(fitted).toHaveLength(lines.length);
        expect(bytesOf(fitted.join('\n'))).toBeLessThanOrEqual(most);
        for (const [at, text] of fitted.entries()) {
          expect(text === lines[at] || lines[at]?.startsWith(text.replace(/…$/, ''))).toBe(true);
        }
      }),
    );
  });
});

describe('pauses between tries', () => {
  it('grow from seconds to a quarter of an hour, and end after four hours', () => {
    const pauses: number[] = [];
    let age = 0;
    for (let pause = pauseAfter(1, age); pause !== null; pause = pauseAfter(pauses.length + 1, age)) {
      pauses.push(pause);
      age += pause;
    }
    expect(pauses.slice(0, 8)).toEqual([10, 20, 40, 80, 160, 320, 640, 900].map((seconds) => seconds * 1000));
    expect(age).toBeLessThanOrEqual(4 * 3_600_000);
    expect(age).toBeGreaterThan(3.5 * 3_600_000);
  });
});

it('an address tells whose robot it is where its host is known', () => {
  expect(productOfHost('QYAPI.weixin.qq.com')).toBe('wecom');
  expect(productOfHost('oapi.dingtalk.com')).toBe('dingtalk');
  expect(productOfHost('open.larksuite.com')).toBe('feishu');
  expect(productOfHost('gateway.example.com')).toBeNull();
});
