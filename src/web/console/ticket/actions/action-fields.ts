import type { Names } from '../../../../contract/common.ts';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookOption } from '../../../../domain/playbook/schema.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { ownFields } from '../../form/own-fields.ts';
import { isOpenClock } from '../clocks/clock-progress.ts';
import { subjectName } from '../clocks/subject-name.ts';
import { clockTexts } from '../clocks/texts.ts';
import { coordinationTexts } from '../coordination/texts.ts';
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

/** One for each run that is open: `CLOCK`, or `CLOCK SUBJECT` for clocks that are kept for each hand-off, task, letter … */
export function extendableClocks(playbook: Playbook, detail: TicketDetail): PlaybookOption[] {
  const allowed = new Set(playbook.extension?.clocks ?? []);
  const open = detail.clocks.filter((run) => isOpenClock(run) && allowed.has(run.clock));
  return open.map(({ clock, name, subject }) => {
    if (subject === null) return { id: clock, name };
    const about = subjectNames(playbook, detail, subject);
    return { id: `${clock} ${subject}`, name: { zh: `${name.zh}（${about.zh}）`, en: `${name.en} (${about.en})` } };
  });
}

function subjectNames(playbook: Playbook, detail: TicketDetail, subject: string): Names {
  const nameIn = (language: keyof Names) =>
    subjectName(subject, {
      party: (id) => partyNames(playbook, detail, id)[language],
      handOff: (number) => clockTexts[language]['subject.hand-off'].replace('{{number}}', number),
    });
  return { zh: nameIn('zh'), en: nameIn('en') };
}

function partyNames({ departments }: Playbook, { coordination }: TicketDetail, id: string): Names {
  if (id === 'customer') return { zh: coordinationTexts.zh.customer, en: coordinationTexts.en.customer };
  const department = departments.find((one) => `department:${one.id}` === id);
  const outside = coordination?.parties.find((one) => one.id === id)?.name || id;
  return department?.name ?? { zh: outside, en: outside };
}
