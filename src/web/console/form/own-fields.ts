import type { Names } from '../../../contract/common.ts';
import type { PlaybookField, PlaybookOption } from '../../../domain/playbook/schema.ts';
import type { Texts } from '../../i18n/texts.ts';

/** Makes fields of the console's own forms from a table of texts: `FORM.FIELD` gives both the field's name and its id. */
export function ownFields<Key extends string>({ zh, en }: Pick<Texts<Key>, 'zh' | 'en'>) {
  const named = (key: Key): Names => ({ zh: zh[key], en: en[key] });
  return {
    named,
    field: (key: Key, type: PlaybookField['type'], more: Partial<PlaybookField> = {}): PlaybookField => {
      const id = key.slice(key.indexOf('.') + 1);
      return { id, name: named(key), type, required: false, ...more };
    },
    options: <const O extends string, const K extends string>(
      key: K & (`${K}.${O}` extends Key ? K : never),
      ids: readonly O[],
    ): PlaybookOption[] => ids.map((id) => ({ id, name: named(`${key}.${id}` as unknown as Key) })),
  };
}
