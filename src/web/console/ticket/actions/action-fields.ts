import type { Names } from '../../../../contract/common.ts';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookField, PlaybookOption } from '../../../../domain/playbook/schema.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { isOpenClock } from '../clocks/clock-progress.ts';
import { actionTexts } from './texts.ts';

/** What the dialogs of the actions are made of. */
type Key = keyof typeof actionTexts.zh;

export function named(key: Key): Names {
  return { zh: actionTexts.zh[key], en: actionTexts.en[key] };
}

/** `ACTION.FIELD` gives both the field's name and its id. */
export function field(key: Key, type: PlaybookField['type'], more: Partial<PlaybookField> = {}): PlaybookField {
  const id = key.slice(key.indexOf('.') + 1);
  return { id, name: named(key), type, required: false, ...more };
}

export function options<const O extends string, const K extends string>(
  key: K & (`${K}.${O}` extends Key ? K : never),
  ids: readonly O[],
): PlaybookOption[] {
  return ids.map((id) => ({ id, name: named(`${key}.${id}` as Key) }));
}

/** What this ticket says already, else the department that its category suggests. */
export function handOffKnown(playbook: Playbook, detail: TicketDetail): Answers {
  const suggested = playbook.categories.find((one) => one.id === detail.category)?.department;
  const department = detail.department ?? suggested;
  return {
    ...(department ? { department } : {}),
    ...(detail.owner === null ? {} : { owner: detail.owner }),
    ...(detail.collaborators.length > 0 ? { collaborators: detail.collaborators } : {}),
    ...(detail.deadline === null ? {} : { deadline: detail.deadline }),
    ...(detail.requirement === '' ? {} : { requirement: detail.requirement }),
  };
}

/** Fields of the forms handed over so far: what a department may find missing. */
export function answeredFields(playbook: Playbook, detail: TicketDetail): PlaybookOption[] {
  const handed = playbook.forms.filter((form) => detail.forms.some((one) => one.form === form.id));
  const byId = new Map(handed.flatMap((form) => form.fields).map((one) => [one.id, { id: one.id, name: one.name }]));
  return [...byId.values()];
}

export function extendableClocks(playbook: Playbook, detail: TicketDetail): PlaybookOption[] {
  const open = new Set(detail.clocks.filter(isOpenClock).map((clock) => clock.clock));
  const ids = playbook.extension?.clocks.filter((id) => open.has(id)) ?? [];
  return playbook.clocks.filter((clock) => ids.includes(clock.id)).map(({ id, name }) => ({ id, name }));
}
