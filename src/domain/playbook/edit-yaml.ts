import { Document, isCollection, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import type { Problem } from './problem.ts';

/**
 * Changes one part of a YAML text and leaves the rest, its comments and its order as they were written. Only for texts that `readYaml`
 * reads without a problem.
 */
export type YamlEdit =
  | { do: 'set'; path: Problem['path']; value: unknown }
  | { do: 'remove'; path: Problem['path'] }
  /** To a list, at its end; the list is made where there is none. */
  | { do: 'add'; path: Problem['path']; value: unknown }
  /** An entry of a list, up (-1) or down (1). */
  | { do: 'move'; path: Problem['path']; by: -1 | 1 };

export function editYaml(text: string, edit: YamlEdit): string {
  const document = parseDocument(text, { stringKeys: true });
  apply(document, edit);
  return inHouseStyle(document);
}

/** A value as a document of its own, small maps on one line. */
export function writeYaml(value: unknown): string {
  return inHouseStyle(withFlow(new Document(value)));
}

function apply(document: Document, edit: YamlEdit): void {
  if (edit.do === 'set') setAt(document, edit.path, edit.value);
  else if (edit.do === 'remove') document.deleteIn(edit.path);
  else if (edit.do === 'add') addTo(document, edit.path, edit.value);
  else moveAt(document, edit.path, edit.by);
}

function addTo(document: Document, path: Problem['path'], value: unknown): void {
  const list = document.getIn(path);
  if (isSeq(list)) list.add(short(nodeOf(document, value)));
  else document.setIn(path, nodeOf(document, [value]));
}

/** A scalar keeps its quotes and its comment. */
function setAt(document: Document, path: Problem['path'], value: unknown): void {
  const node = document.getIn(path, true);
  const isPlain = typeof value !== 'object' || value === null;
  if (isScalar(node) && isPlain) node.value = value;
  else document.setIn(path, isPlain ? value : nodeOf(document, value));
}

function moveAt(document: Document, path: Problem['path'], by: number): void {
  const list = document.getIn(path.slice(0, -1));
  const from = Number(path.at(-1));
  const to = from + by;
  if (!isSeq(list) || to < 0 || to >= list.items.length) return;
  const [item] = list.items.splice(from, 1);
  list.items.splice(to, 0, item);
}

function nodeOf(document: Document, value: unknown): Node {
  return markFlow(document.createNode(value) as Node);
}

function withFlow(document: Document): Document {
  if (document.contents) markFlow(document.contents as Node);
  return document;
}

const longestLine = 100;

/** Names, options and other small maps stand on one line, as people write them. */
function markFlow(node: Node): Node {
  const mark = (_: unknown, part: Node) => {
    if (isCollection(part) && part !== node && part.items.length > 0) short(part);
  };
  visit(node, { Map: mark, Seq: mark });
  return node;
}

function short(node: Node): Node {
  if (isCollection(node) && JSON.stringify(node.toJSON()).length <= longestLine) node.flow = true;
  return node;
}

/** `{ a: 1 }` but `[a, b]`: the library pads both or neither. */
function inHouseStyle(document: Document): string {
  const text = document.toString({ lineWidth: 0 });
  const cuts: number[] = [];
  visit(parseDocument(text), {
    Seq: (_, { flow, range }) => {
      if (!flow || !range) return;
      const [from, to] = range;
      if (text[from + 1] === ' ') cuts.push(from + 1);
      if (text[to - 2] === ' ' && to - 2 > from + 1) cuts.push(to - 2);
    },
  });
  return cuts.sort((left, right) => right - left).reduce((left, cut) => left.slice(0, cut) + left.slice(cut + 1), text);
}
