/** Signs as a Chinese keyboard writes them, in places where YAML needs its own. */
const fullWidthSigns: readonly RegExp[] = [
  /^[\s-]*["']?[\w-]+["']?\s*(：)/,
  /[{,]\s*["']?[\w-]+["']?\s*(：)/,
  /(，)\s*["']?[\w-]+["']?\s*[:：]/,
  /[[,]\s*[\w-]+\s*(，)/,
  /[:：,]\s*([｛［【])/,
  /([｝］】])\s*$/,
];
const longestSearched = 300;

/** The first such sign of a line that could not be read, and where it stands. */
export function fullWidthSign(line: string): { message: string; column: number } | null {
  const head = line.slice(0, longestSearched);
  for (const shape of fullWidthSigns) {
    const found = shape.exec(head);
    const sign = found?.[1];
    if (!found || sign === undefined) continue;
    const column = found.index + found[0].lastIndexOf(sign) + 1;
    return { message: `the full-width sign ${sign} is no sign of YAML; write ${halfWidth[sign]}`, column };
  }
  return null;
}

const halfWidth: Readonly<Record<string, string>> = {
  '：': ': with a space after it',
  '，': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};
