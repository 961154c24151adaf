import { alphanumeric, fold, ideographic } from './fold.ts';

/**
 * Which texts are about the same thing as a question, best first: BM25 over single characters, pairs of neighbouring ones and whole Latin words
 * and numbers. What many texts have (花, 支付) counts little, what few have counts much. Ways to ask are made one first: 如何, 怎样 and 咋 are 怎么.
 */
export type Grams = ReadonlyMap<string, number>;

/** Measured on pairs of real questions: a shared character counts for more than order does. */
const weights = { single: 2, pair: 1, word: 3 };
const saturation = 1.2;
const lengthShare = 0.75;

const sameWords: readonly [RegExp, string][] = [
  [/如何|怎么样|怎样|咋样|咋么|咋|怎么/gu, '怎么'],
  [/为什么|为何|为啥/gu, '为什么'],
  [/可不可以|能不能|可否|能否|是否可以|可以/gu, '能'],
  [/有没有|是不是/gu, '是否'],
  [/啥/gu, '什么'],
  [/[吗呢吧啊呀嘛么的了]/gu, ''],
];

export function gramsOf(text: string): Grams {
  const plain = sameWords.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
  const { chars, kinds } = fold(plain);
  const grams = new Map<string, number>();
  const add = (gram: string, weight: number) => grams.set(gram, (grams.get(gram) ?? 0) + weight);
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    if (kinds[i] === ideographic) {
      add(char, weights.single);
      if (kinds[i + 1] === ideographic) add(`${char}${chars[i + 1]}`, weights.pair);
    } else if (kinds[i] === alphanumeric && kinds[i - 1] !== alphanumeric) {
      add(wordFrom(chars, kinds, i), weights.word);
    }
  }
  return grams;
}

function wordFrom(chars: readonly string[], kinds: readonly number[], from: number): string {
  let to = from + 1;
  while (kinds[to] === alphanumeric) to++;
  return chars.slice(from, to).join('');
}

/** Several parts of one text, each counting as much as it says. */
export function gramsOfParts(parts: readonly { text: string; weight: number }[]): Grams {
  const sum = new Map<string, number>();
  for (const { text, weight } of parts)
    for (const [gram, count] of gramsOf(text)) sum.set(gram, (sum.get(gram) ?? 0) + weight * count);
  return sum;
}

export function lengthOf(grams: Grams): number {
  let length = 0;
  for (const count of grams.values()) length += count;
  return length;
}

/** How many texts there are, how long they are on average, and how many have a gram. */
export type Collection = { texts: number; averageLength: number; textsWith: (gram: string) => number };

export type Relevance = {
  /** To order by. */
  score: number;
  /** How much of what the question is about stands in the text, 0 to 1; tells whether it is worth showing. */
  share: number;
};

export function relevanceOf(question: Grams, text: Grams, collection: Collection): Relevance {
  const length = lengthOf(text) / Math.max(1, collection.averageLength);
  let score = 0;
  let shared = 0;
  let all = 0;
  for (const [gram, asked] of question) {
    const weight = rarity(collection, gram);
    const count = text.get(gram) ?? 0;
    if (count > 0)
      score +=
        (weight * asked * count * (saturation + 1)) / (count + saturation * (1 - lengthShare + lengthShare * length));
    // Single characters stand in every text by chance.
    if (Array.from(gram).length < 2) continue;
    all += weight;
    if (count > 0) shared += weight;
  }
  return { score, share: all === 0 ? (score > 0 ? 1 : 0) : shared / all };
}

function rarity({ texts, textsWith }: Collection, gram: string): number {
  const having = Math.min(textsWith(gram), texts);
  return Math.log(1 + (texts - having + 0.5) / (having + 0.5));
}
