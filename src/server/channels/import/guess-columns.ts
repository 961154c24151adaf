import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import { bareHeader, type ColumnMeaning, headerWords, idlePrefix } from './header-words.ts';

/**
 * What becomes of a column: an answer of the form (`isLead`: in front of the others that go there), the name of the row, part of the
 * note under the ticket, or nothing.
 */
export type Use =
  | { kind: 'answer'; field: PlaybookField; isLead?: true }
  | { kind: 'reference' }
  | { kind: 'note' }
  | { kind: 'skip' };

const meanings = new Map<string, ColumnMeaning>(
  Object.entries(headerWords).flatMap(([meaning, words]) =>
    words.map((word): [string, ColumnMeaning] => [bareHeader(word), meaning as ColumnMeaning]),
  ),
);

/**
 * Uses for the columns that nobody has spoken of, by their names. A field takes one column, the description also the subject in front
 * of it; what no field takes is kept in the note. `taken` are the fields that are spoken of already.
 */
export function guessColumns(
  form: PlaybookForm,
  header: readonly string[],
  said: ReadonlyMap<number, Use>,
  taken: ReadonlySet<string>,
): Use[] {
  const used = new Set(taken);
  const uses: (Use | null)[] = header.map((_, at) => said.get(at) ?? null);
  for (const find of [byName, byMeaning, byPart]) {
    header.forEach((name, at) => {
      if (uses[at]) return;
      const found = find(form, bareHeader(name));
      if (!found || used.has(nameOf(found))) return;
      uses[at] = asUse(found);
      used.add(nameOf(found));
    });
  }
  return uses.map((use) => use ?? { kind: 'note' });
}

type Found = { field: PlaybookField; isSubject: boolean } | 'reference';

const nameOf = (found: Found) =>
  found === 'reference' ? found : found.isSubject ? `subject of ${found.field.id}` : found.field.id;
const asUse = (found: Found): Use =>
  found === 'reference'
    ? { kind: 'reference' }
    : { kind: 'answer', field: found.field, ...(found.isSubject && { isLead: true as const }) };

/** Called exactly as the field is, in either language. */
function byName(form: PlaybookForm, bare: string): Found | null {
  const field = form.fields.find(({ id, name }) => [id, name.zh, name.en].some((one) => bareHeader(one) === bare));
  return field ? { field, isSubject: false } : null;
}

function byMeaning(form: PlaybookForm, bare: string): Found | null {
  const meaning = meanings.get(bare) ?? meanings.get(bare.replace(idlePrefix, ''));
  if (meaning === undefined || meaning === 'reference') return meaning ?? null;
  const isSubject = meaning === 'subject';
  const field = form.fields.find(({ binds }) => binds === (isSubject ? 'description' : meaning));
  return field ? { field, isSubject } : null;
}

/** 订单号 for 订单号或产品型号, where only one field has such a name. */
function byPart(form: PlaybookForm, bare: string): Found | null {
  if (bare.length < 3) return null;
  const fields = form.fields.filter(({ name }) => [name.zh, name.en].some((one) => bareHeader(one).startsWith(bare)));
  const [field] = fields;
  return field && fields.length === 1 ? { field, isSubject: false } : null;
}
