import fc from 'fast-check';

/** Texts as customers write them: Chinese with numbers, Latin words, punctuation, emoji, full width, rare and foreign letters. */
const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));
const common = fc.constantFrom(...'的一是我在有不人这客服退款订单发货投诉電話');
const rare = fc.constantFrom(
  '𠮷',
  '㐀',
  '々',
  '〇',
  'ガ',
  'ｶﾞ',
  '한',
  'é',
  'ß',
  'İ',
  'Σ',
  'ﬁ',
  '①',
  '㎡',
  'Ａ',
  '９',
  'Ж',
);
const latin = fc.stringMatching(/^[A-Za-z]{1,9}$/);
const number = fc.oneof(
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.stringMatching(/^\d{1,6}$/),
  fc.stringMatching(/^[A-Z]{2}20\d{6}$/),
);
const jointed = fc.constantFrom('138-1234-5678', '138 1234 5678', 'e-mail', '2024-03-01', 'A_1', '+86 10');
const between = fc.constantFrom(
  '，',
  '。',
  ' ',
  '！',
  '\n',
  ', ',
  '😡',
  '👨‍👩‍👧',
  '“',
  '…',
  '/',
  '@',
  '.',
  '-',
  '  ',
  '\u200b',
  '\u0301',
);

export const customerText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: common },
      { weight: 6, arbitrary: han },
      { weight: 1, arbitrary: rare },
      { weight: 1, arbitrary: latin },
      { weight: 1, arbitrary: number },
      { weight: 1, arbitrary: jointed },
      { weight: 3, arbitrary: between },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Every part of 2 to 6 characters that has at least one letter or digit. */
export function partsOf(text: string): string[] {
  const points = Array.from(text);
  const parts: string[] = [];
  for (let length = 2; length <= 6; length++)
    for (let from = 0; from + length <= points.length; from++) parts.push(points.slice(from, from + length).join(''));
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part.normalize('NFKD')));
}
