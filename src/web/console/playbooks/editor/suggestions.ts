import { type Path, valueAt } from './editor-context.tsx';

/** Which names of the document a key may hold: `form: …` names a form, `next: …` a stage. */
const lists: Readonly<Record<string, string>> = {
  form: 'forms',
  stage: 'stages',
  next: 'stages',
  to: 'stages',
  department: 'departments',
  priorities: 'priorities',
  categories: 'categories',
  initialPriority: 'priorities',
  channel: 'channels',
  clocks: 'clocks',
};

export function suggestionsFor(value: unknown, path: Path): string[] {
  const key = path.findLast((step) => typeof step === 'string');
  if (typeof key !== 'string') return [];
  if (key === 'field' || key === 'asks') return fieldsNear(value, path);
  const list = lists[key];
  // The list itself is not a name of it.
  return list === undefined || path.length === 1 ? [] : idsOf(valueAt(value, [list]));
}

/** Fields of the form that is meant: the one around it, the one that stands beside it, else the first. */
function fieldsNear(value: unknown, path: Path): string[] {
  if (path[0] === 'forms') return idsOf(valueAt(value, [...path.slice(0, 2), 'fields']));
  const forms = valueAt(value, ['forms']);
  const named = valueAt(value, [...path.slice(0, -1), 'form']);
  const all: unknown[] = Array.isArray(forms) ? forms : [];
  const form = all.find((one) => valueAt(one, ['id']) === named) ?? all[0];
  return idsOf(valueAt(form, ['fields']));
}

export function idsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one) => {
    const id = valueAt(one, ['id']);
    return typeof id === 'string' ? [id] : [];
  });
}
