import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookField, PlaybookForm } from '../../../../domain/playbook/schema.ts';
import type { TicketCommandName } from '../../../../domain/ticket/commands.ts';
import { type Answers, bounceReasons, dismissReasons, waitReasons } from '../../../../domain/ticket/events.ts';
import { isOpenClock } from '../clocks/clock-progress.ts';
import { answeredFields, extendableClocks, field, handOffKnown, named, options } from './action-fields.ts';

/**
 * The dialog of each action as a form of the same kind as the playbook's, so that it is drawn, checked, drafted and
 * corrected the same way. Field ids are the keys of the action's body.
 */
export type ActionName = TicketCommandName;
/** Actions done elsewhere on the page: in the stage's form, in the composer, beside the incident and the similar cases; ending a wait asks for nothing. */
export type DialogAction = Exclude<
  ActionName,
  'submit-form' | 'inform-customer' | 'add-note' | 'link-incident' | 'unlink-incident' | 'cite-case'
>;
export type ActionForm = { form: PlaybookForm; known: Answers };

type Maker = (playbook: Playbook, detail: TicketDetail) => { fields: PlaybookField[]; known?: Answers };

export function actionForm(action: DialogAction, playbook: Playbook, detail: TicketDetail): ActionForm {
  const { fields: all, known = {} } = makers[action](playbook, detail);
  // Nothing that is said about an erased customer is kept.
  const fields = detail.customer.isErased ? all.filter(({ type }) => type !== 'long-text') : all;
  return { form: { id: action, name: named(action), printed: false, fields }, known };
}

/** What is sent: the answers, less what an unchanged classification would only repeat. */
export function actionBody(action: DialogAction, answers: Answers, detail: TicketDetail): Answers {
  if (action === 'extend') return extendBody(answers);
  if (action !== 'classify') return answers;
  const { category, priority, ...rest } = answers;
  return {
    ...rest,
    ...(category !== undefined && category !== detail.category ? { category } : {}),
    ...(priority !== undefined && (priority !== detail.priority || !detail.isClassified) ? { priority } : {}),
  };
}

/** The choice names the clock and what it is about in one. */
function extendBody({ clock, ...rest }: Answers): Answers {
  const [id = '', subject] = String(clock ?? '').split(' ');
  return { ...rest, clock: id, ...(subject === undefined ? {} : { subject }) };
}

const dayMs = 24 * 3_600_000;

/** The time that the customer was told, where it is later than the clock's own, else a day more. */
function laterDue({ clocks, promises }: TicketDetail, clock: string): Answers {
  const due = clocks.find((run) => run.clock === clock && isOpenClock(run))?.due;
  if (due == null) return {};
  const told = promises.findLast(({ on }) => on === 'told')?.eta;
  const isLater = told !== undefined && Date.parse(told) > Date.parse(due);
  return { due: isLater ? told : new Date(Date.parse(due) + dayMs).toISOString() };
}

const none: Answers = {};
/** Why somebody may not speak to the customer at all, whatever the ticket has come to. */
const mayNotSpeak: ReadonlySet<string> = new Set(['auth.forbidden', 'customer.interface-only']);

const makers: Record<DialogAction, Maker> = {
  classify: (_, detail) => ({
    fields: [
      field('classify.category', 'choice', { optionsFrom: 'categories' }),
      field('classify.priority', 'choice', { optionsFrom: 'priorities', required: true }),
      field('classify.reason', 'long-text', { required: true, maxLength: 2_000, help: named('classify.reason.help') }),
    ],
    known: { priority: detail.priority, ...(detail.category === null ? {} : { category: detail.category }) },
  }),
  'hand-off': (playbook, detail) => ({
    fields: [
      field('hand-off.department', 'department', { required: true }),
      field('hand-off.owner', 'staff', { help: named('hand-off.owner.help') }),
      field('hand-off.collaborators', 'staff-list'),
      field('hand-off.deadline', 'date-time', { binds: 'deadline' }),
      field('hand-off.requirement', 'long-text', { maxLength: 4_000, help: named('hand-off.requirement.help') }),
    ],
    known: handOffKnown(playbook, detail),
  }),
  accept: ({ coordination }, { priority }) => {
    const isUrgent = coordination?.planFor?.includes(priority) ?? false;
    return {
      fields: [
        field('accept.plan', 'long-text', {
          required: isUrgent,
          maxLength: 4_000,
          help: named(isUrgent ? 'accept.plan.help.urgent' : 'accept.plan.help'),
        }),
        field('accept.eta', 'date-time', { binds: 'eta' }),
      ],
    };
  },
  bounce: (playbook, detail) => ({
    fields: [
      field('bounce.reason', 'choice', { required: true, options: options('bounce.reason', bounceReasons) }),
      field('bounce.fields', 'choices', {
        options: answeredFields(playbook, detail),
        requiredWhen: { field: 'reason', is: ['missing-field'] },
      }),
      field('bounce.note', 'long-text', { required: true, maxLength: 2_000, help: named('bounce.note.help') }),
    ],
  }),
  decline: () => ({
    fields: [
      field('decline.reason', 'long-text', { required: true, maxLength: 2_000, help: named('decline.reason.help') }),
    ],
  }),
  'settle-date': () => ({
    fields: [
      field('settle-date.isAgreed', 'check', { help: named('settle-date.isAgreed.help') }),
      field('settle-date.note', 'long-text', { maxLength: 2_000 }),
    ],
    known: { isAgreed: true },
  }),
  'report-obstacle': () => ({
    fields: [
      field('report-obstacle.obstacle', 'long-text', {
        required: true,
        maxLength: 2_000,
        help: named('report-obstacle.obstacle.help'),
      }),
      field('report-obstacle.eta', 'date-time', { binds: 'eta' }),
    ],
  }),
  'record-progress': () => ({
    fields: [
      field('record-progress.done', 'long-text', { required: true, maxLength: 4_000 }),
      field('record-progress.customerWords', 'long-text', { maxLength: 4_000 }),
      field('record-progress.nextStep', 'long-text', { maxLength: 2_000 }),
      field('record-progress.from', 'date-time', { past: true }),
      field('record-progress.to', 'date-time', { past: true }),
    ],
  }),
  'record-reply': (_, detail) => ({
    fields: [
      field('record-reply.via', 'choice', { required: true, optionsFrom: 'channels' }),
      field('record-reply.message', 'long-text', {
        required: true,
        maxLength: 8_000,
        help: named('record-reply.message.help'),
      }),
    ],
    known: { via: detail.channel },
  }),
  attach: (_, { actions }) => ({
    fields: actions.some(({ do: name, why = '' }) => name === 'inform-customer' && !mayNotSpeak.has(why))
      ? [field('attach.isShown', 'check', { help: named('attach.isShown.help') })]
      : [],
  }),
  chase: () => ({ fields: [field('chase.message', 'long-text', { maxLength: 2_000 })] }),
  'start-wait': () => ({
    fields: [
      field('start-wait.for', 'choice', { required: true, options: options('start-wait.for', waitReasons) }),
      field('start-wait.reason', 'long-text', {
        required: true,
        maxLength: 2_000,
        help: named('start-wait.reason.help'),
      }),
      field('start-wait.until', 'date-time', {
        binds: 'eta',
        requiredWhen: { field: 'start-wait.for', is: ['customer'] },
      }),
    ],
  }),
  'end-wait': () => ({ fields: [] }),
  extend: (playbook, detail) => {
    const clocks = extendableClocks(playbook, detail);
    const [only] = clocks;
    return {
      fields: [
        field('extend.clock', 'choice', { required: true, options: clocks }),
        field('extend.due', 'date-time', { required: true, binds: 'deadline', help: named('extend.due.help') }),
        field('extend.reason', 'long-text', { required: true, maxLength: 2_000 }),
      ],
      known: clocks.length === 1 && only ? { clock: only.id, ...laterDue(detail, only.id) } : none,
    };
  },
  rate: (playbook) => ({
    fields: [
      field('rate.rating', 'choice', { required: true, optionsFrom: 'ratings' }),
      ...(playbook.ratingDimensions.length > 0 ? [field('rate.dimensions', 'rating-dimensions')] : []),
      field('rate.remark', 'long-text', { maxLength: 4_000, help: named('rate.remark.help') }),
    ],
  }),
  reopen: () => ({ fields: [field('reopen.reason', 'long-text', { required: true, maxLength: 2_000 })] }),
  escalate: () => ({ fields: [field('escalate.reason', 'long-text', { required: true, maxLength: 2_000 })] }),
  dismiss: () => ({
    fields: [
      field('dismiss.reason', 'choice', { required: true, options: options('dismiss.reason', dismissReasons) }),
      field('dismiss.duplicateOf', 'text', { maxLength: 60, requiredWhen: { field: 'reason', is: ['duplicate'] } }),
      field('dismiss.note', 'long-text', { required: true, maxLength: 2_000 }),
    ],
  }),
};
