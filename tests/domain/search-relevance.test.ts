import { describe, expect, it } from 'vitest';
import { type Collection, gramsOf, lengthOf, relevanceOf } from '../../src/domain/search/relevance.ts';

const texts = [
  '付款时提示系统繁忙，银行卡扣了两次款',
  '退款三天还没有到账，怎么回事',
  '空调定时只能选整点，不能精确到分钟',
  '洗衣机脱水时声音特别大',
  '怎么修改收货地址',
];
const grams = texts.map(gramsOf);
const collection: Collection = {
  texts: texts.length,
  averageLength: grams.reduce((sum, one) => sum + lengthOf(one), 0) / texts.length,
  textsWith: (gram) => grams.filter((one) => one.has(gram)).length,
};
const ranked = (question: string) =>
  grams
    .map((one, at) => ({ at, ...relevanceOf(gramsOf(question), one, collection) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ at }) => at);

describe('relevance', () => {
  it.each([
    ['系统繁忙，被重复扣款两次', 0],
    ['我的退款为什么没有到账', 1],
    ['定时能不能设到分钟', 2],
    ['脱水声音很大', 3],
    ['如何改地址', 4],
    ['咋样更换收货的地址呢', 4],
  ])('%s', (question, best) => {
    expect(ranked(question)[0]).toBe(best);
  });

  it('counts what few texts have for more than what many have', () => {
    const common = relevanceOf(gramsOf('怎么'), grams[4] ?? new Map(), collection);
    const rare = relevanceOf(gramsOf('地址'), grams[4] ?? new Map(), collection);
    expect(rare.score).toBeGreaterThan(common.score);
  });

  it('shares nothing with what is about something else, and all with itself', () => {
    const own = relevanceOf(gramsOf(texts[3] ?? ''), grams[3] ?? new Map(), collection);
    expect(own.share).toBeCloseTo(1);
    expect(relevanceOf(gramsOf('信用卡年费'), grams[3] ?? new Map(), collection)).toEqual({ score: 0, share: 0 });
    expect(relevanceOf(gramsOf('，。！'), grams[3] ?? new Map(), collection)).toEqual({ score: 0, share: 0 });
  });

  it('takes ways to ask for one, and case and width for none', () => {
    expect(gramsOf('如何退款？')).toEqual(gramsOf('怎样退款'));
    expect(gramsOf('ＷＩＦＩ连不上了')).toEqual(gramsOf('wifi 连不上'));
  });
});
