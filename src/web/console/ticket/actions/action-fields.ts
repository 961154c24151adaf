import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookOption } from '../../../../domain/playbook/schema.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { ownFields } from '../../form/own-fields.ts';
import { isOpenClock } from '../clocks/clock-progress.ts';
import { actionTexts } from './texts.ts';

/** What the dialogs of the actions are made of. */
export const { named, field, options } = ownFields(actionTexts);

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
