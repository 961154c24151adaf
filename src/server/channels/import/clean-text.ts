/** Texts of other systems: one kind of line break, no control characters, no halves of characters. Markup stays as it was written. */
export function cleanText(text: string): string {
  return (
    text
      // A carriage return as workbooks write it, left over by programs that do not know that.
      .replace(/_x000[Dd]_/g, '\r')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/g, '')
      .replace(/\p{Cs}/gu, '')
      .trim()
  );
}

/** On one line. */
export function lineOf(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

const nothing =
  /^(?:无|没有|未留|未填|未知|不详|不清楚|暂无|匿名|保密|拒绝提供|空|null|none|nil|n\/?a|unknown|anonymous|-+|—+|\/+|0+|\*+|x+|\?+)$/i;
const masked = /\*{2,}|x{4,}|某/i;
const shortened = /^\d(?:\.\d+)?e\+?\d+$/i;

/**
 * Whether a contact or customer number tells one customer from another. A placeholder, a masked number, or one that a spreadsheet has
 * shortened (1.38E+10) would make strangers one customer.
 */
export function tellsApart(contact: string): boolean {
  return !nothing.test(contact) && !masked.test(contact) && !shortened.test(contact);
}

export function isPlaceholder(text: string): boolean {
  return nothing.test(text);
}
