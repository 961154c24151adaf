import { createContext, useContext } from 'react';
import type { YamlEdit } from '../../../../domain/playbook/edit-yaml.ts';
import type { PlacedProblem } from '../../../../domain/playbook/yaml.ts';

/** What every part of the form works with: the document as it stands, what is wrong in it, and how to change it. */
export type EditorParts = {
  /** As read from the text; of any shape while somebody types. */
  value: unknown;
  problems: readonly PlacedProblem[];
  isReadOnly: boolean;
  edit: (change: YamlEdit) => void;
};

const Context = createContext<EditorParts>({ value: null, problems: [], isReadOnly: true, edit: () => {} });
export const EditorProvider = Context;
export const useEditorParts = (): EditorParts => useContext(Context);

export type Path = (string | number)[];

export function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** Problems at a place or within it. */
export function problemsAt(problems: readonly PlacedProblem[], path: Path): PlacedProblem[] {
  return problems.filter((one) => path.every((step, index) => String(one.path[index]) === String(step)));
}
