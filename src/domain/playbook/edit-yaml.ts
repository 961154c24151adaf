import { Document, isCollection, isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import type { Problem } from './problem.ts';

/**
 * Changes one part of a YAML text and leaves the rest, its comments and its order as they were written. Only for texts that `readYaml`
 * reads without a problem.
 */
export type YamlEdit =
  | { do: 'set'; path: Problem['path']; value: unknown }
  | { do: 'remove'; path: Problem['path'] }
  /** The key at the end of the path; what stands under it stays. */
  | { do: 'rename'; path: Problem['path']; to: string }
  /** To a list, at its end; the list is made where there is none. */
  | { do: 'add'; path: Problem['path']; value: unknown }
  /** An entry of a list, up (-1) or down (1). */
  | { do: 'move'; path: Problem['path']; by: -1 | 1 };

export function editYaml(text: string, edit: YamlEdit): string {
  const tree = parseDocument(text, { stringKeys: true });
  apply(tree, edit);
  return inHouseStyle(tree);
}

/** A value as a text of its own, small maps on one line. */
export function writeYaml(value: unknown): string {
  return inHouseStyle(withFlow(new Document(value)));
}

function apply(tree: Document, edit: YamlEdit): void {
  if (edit.do === 'set') setAt(tree, edit.path, edit.value);
  else if (edit.do === 'remove') tree.deleteIn(edit.path);
  else if (edit.do === 'rename') renameAt(tree, edit.path, edit.to);
  else if (edit.do === 'add') addTo(tree, edit.path, edit.value);
  else moveAt(tree, edit.path, edit.by);
}

function addTo(tree: Document, path: Problem['path'], value: unknown): void {
  const list = tree.getIn(path);
  if (isSeq(list)) list.add(short(nodeOf(tree, value)));
  else tree.setIn(path, nodeOf(tree, [value]));
}

/** A scalar keeps its quotes and its comment. */
function setAt(tree: Document, path: Problem['path'], value: unknown): void {
  const node = tree.getIn(path, true);
  const isPlain = typeof value !== 'object' || value === null;
  if (isScalar(node) && isPlain) node.value = value;
  else tree.setIn(path, isPlain ? value : nodeOf(tree, value));
}

function renameAt(tree: Document, path: Problem['path'], to: string): void {
  const map = path.length === 1 ? tree.contents : tree.getIn(path.slice(0, -1));
  if (!isMap(map) || map.has(to)) return;
  const key = map.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
  if (isScalar(key)) key.value = to;
}

function moveAt(tree: Document, path: Problem['path'], by: number): void {
  const list = tree.getIn(path.slice(0, -1));
  const from = Number(path.at(-1));
  const to = from + by;
  if (!isSeq(list) || to < 0 || to >= list.items.length) return;
  const [item] = list.items.splice(from, 1);
  list.items.splice(to, 0, item);
}

function nodeOf(tree: Document, value: unknown): Node {
  return markFlow(tree.createNode(value) as Node);
}

function withFlow(tree: Document): Document {
  if (tree.contents) markFlow(tree.contents as Node);
  return tree;
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
function inHouseStyle(tree: Document): string {
  const text = tree.toString({ lineWidth: 0 });
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
