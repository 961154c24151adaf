import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { fullWidthSign } from './full-width.ts';
import { maxBytes } from './limits.ts';
import { type Problem, problemAt, quoted } from './problem.ts';
import { yamlProblem } from './yaml-words.ts';

/**
 * Reads YAML that anybody may have written: bounded in size, depth and aliases, keys once only, no tags, one document.
 * Every problem can be placed at a line and column of the text.
 */

export type Place = { line: number; column: number };
export type PlacedProblem = Problem & { place: Place };

export type YamlText =
  | { value: unknown; placeOf: (path: Problem['path']) => Place; problems?: undefined }
  | { problems: PlacedProblem[] };

const maxDepth = 40;
const maxAliases = 100;
const mostProblems = 20;
/** More is said about one mistake than is worth repeating. */
const mostFound = 200;
const start: Place = { line: 1, column: 1 };

export function readYaml(source: string | Uint8Array): YamlText {
  const size = typeof source === 'string' ? new TextEncoder().encode(source).byteLength : source.byteLength;
  if (size > maxBytes) return refuse(start, `the file is larger than ${maxBytes / 1024} kB`);
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  if (text === null) return refuse(start, 'the file is not UTF-8 text; save it as UTF-8');
  const tooDeep = findTooDeep(text);
  if (tooDeep) return refuse(tooDeep, `parts are nested more than ${maxDepth} deep`);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    prettyErrors: false,
    // Looked for below: the library compares every key with every other one.
    uniqueKeys: false,
    stringKeys: true,
    // `silent` would also keep quiet about a second document.
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => toPlace(lines, offset);
  const broken = syntaxProblems(text, document, placeAt);
  // What is broken is read as something else: keys in it only seem to stand twice.
  const problems = broken.length > 0 ? broken : repeatedKeys(document, placeAt);
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems) };
  return resolve(document, placeAt);
}

function resolve(document: Document.Parsed, placeAt: (offset: number) => Place): YamlText {
  const aliases = findAliases(document);
  const [first = 0] = aliases;
  const tooMany = `aliases (*name) repeat more than ${maxAliases} parts; write them out`;
  if (aliases.length > maxAliases) return refuse(placeAt(first), tooMany);
  try {
    const value: unknown = document.toJS({ maxAliasCount: maxAliases });
    return { value, placeOf: (path) => placeAt(offsetOf(document, path)) };
  } catch (error) {
    // The library's only reasons: an alias without its anchor, or few aliases that multiply into too much.
    if (!(error instanceof ReferenceError)) throw error;
    return refuse(placeAt(first), error.message.startsWith('Excessive') ? tooMany : error.message);
  }
}

function refuse(place: Place, message: string): YamlText {
  return { problems: [{ ...problemAt([], message), place }] };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function syntaxProblems(
  text: string,
  { errors, warnings }: Document.Parsed,
  placeAt: (offset: number) => Place,
): PlacedProblem[] {
  const found = [...errors, ...warnings].sort((left, right) => left.pos[0] - right.pos[0]).slice(0, mostFound);
  const tabs = found.filter(({ code }) => code === 'TAB_AS_INDENT');
  const lines = text.split('\n');
  return (tabs.length > 0 ? tabs : found)
    .map(({ code, message, pos }) => {
      const place = placeAt(pos[0]);
      return fullWidthNear(lines, place) ?? { ...yamlProblem(code, message), place };
    })
    .filter((problem, index, all) => !followsOn(problem, all[index - 1]))
    .slice(0, mostProblems);
}

/** One slip is found again in every line that hangs on it. */
function followsOn({ message, place }: PlacedProblem, before: PlacedProblem | undefined): boolean {
  return before !== undefined && before.message === message && place.line - before.place.line <= 1;
}

/** The parser notices a line later that the key before it was none. */
function fullWidthNear(lines: readonly string[], { line }: Place): PlacedProblem | null {
  for (const at of [line, line - 1]) {
    const sign = fullWidthSign(lines[at - 1] ?? '');
    if (sign) return { ...problemAt([], sign.message), place: { line: at, column: sign.column } };
  }
  return null;
}

function repeatedKeys(document: Document.Parsed, placeAt: (offset: number) => Place): PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          const place = placeAt(key.range?.[0] ?? 0);
          problems.push({ ...problemAt([], `the key ${quoted(name)} stands twice in one map`), place });
        }
        seen.add(name);
      }
      return problems.length >= mostProblems ? visit.BREAK : undefined;
    },
  });
  return problems;
}

/** The parser descends by recursion: what would exhaust it is seen beforehand, by brackets and by indentation, quotes ignored. */
function findTooDeep(text: string): Place | null {
  let [line, column, brackets, indent, isIndent] = [1, 0, 0, 0, true];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    column++;
    if (char === 10) [line, column, indent, isIndent] = [line + 1, 0, 0, true];
    else if (char === 91 || char === 123) brackets++;
    else if (char === 93 || char === 125) brackets = Math.max(0, brackets - 1);
    if (isIndent && (char === 32 || char === 45 || char === 63 || char === 58)) indent++;
    else if (char !== 10) isIndent = false;
    if (brackets > maxDepth || indent > maxDepth * 4) return { line, column };
  }
  return null;
}

/** Offsets of the aliases, but of no more than it takes to refuse them. */
function findAliases(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_, alias) => {
      offsets.push(alias.range?.[0] ?? 0);
      return offsets.length > maxAliases ? visit.BREAK : undefined;
    },
  });
  return offsets;
}

/** Where the part at `path` begins: its key, where it has one. A part that is missing is placed at what should hold it. */
function offsetOf(document: Document.Parsed, path: Problem['path']): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) return offset;
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : null;
    const next = pair ?? (typeof step === 'number' && !isMap(node) ? node.items[step] : null);
    const spot = isPair(next) ? next.key : next;
    if (!isNode(spot)) return offset;
    offset = spot.range?.[0] ?? offset;
    node = isPair(next) ? next.value : next;
  }
  return offset;
}

function toPlace(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
