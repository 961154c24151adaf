import type { Names } from '../../../../contract/common.ts';
import type { CoordinationView } from '../../../../contract/coordination.ts';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { CoordinationCommandName } from '../../../../domain/coordination/commands.ts';
import { letterWays, partyRoles } from '../../../../domain/coordination/state.ts';
import type { PlaybookField, PlaybookOption } from '../../../../domain/playbook/schema.ts';
import type { PartyKind } from '../../../../domain/playbook/schema-parts.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { ownFields } from '../../form/own-fields.ts';
import { dialogTexts } from './dialog-texts.ts';
import type { RowGroup } from './rows.ts';

/** What is to be done, and with which item: the number of a task, letter, meeting or round, or the id of a party. */
export type Ask =
  | { do: 'name-party'; kind: PartyKind }
  | { do: Exclude<CoordinationCommandName, 'name-party'>; item: number | string | null; party?: string };

/** A dialog: plain fields, groups of rows below them, and what the body says besides the answers. */
export type DialogForm = {
  fields: PlaybookField[];
  rows?: RowGroup[];
  known?: Answers;
  fixed?: Record<string, unknown>;
  /** Fields that stand there also while they are not required. */
  always?: string[];
};

export type Making = {
  detail: TicketDetail;
  coordination: CoordinationView;
  /** Parties that may be chosen, the customer among them. */
  parties: readonly PlaybookOption[];
  vias: readonly PlaybookOption[];
  me: number;
};

const { named, field, options } = ownFields(dialogTexts);
export const nameOf = (ask: Ask): Names => named(ask.do === 'name-party' ? `name-party.${ask.kind}` : ask.do);
export const hintKey = (ask: Ask) =>
  ask.do === 'name-party' ? (`name-party.${ask.kind}.hint` as const) : (`${ask.do}.hint` as const);

const must = { required: true } as const;
const reason = (key: Parameters<typeof field>[0]) => ({
  fields: [field(key, 'long-text', { ...must, maxLength: 2_000 })],
});
const longest = { maxLength: 4_000 } as const;

export function dialogForm(ask: Ask, making: Making): DialogForm {
  if (ask.do === 'name-party') return partyForm(ask.kind);
  const { fixed, ...form } = makers[ask.do](making, ask.item, ask.party);
  return { ...form, fixed: { ...(ask.item === null ? {} : { [keyOf(ask.do)]: ask.item }), ...fixed } };
}

/** Departments answer where they are signed in; what others say is recorded with how it came. */
export const isDepartment = (party: string): boolean => party.startsWith('department:');

/** What the body calls the item. */
function keyOf(command: CoordinationCommandName): string {
  if (command === 'drop-party' || command === 'note-contact') return 'party';
  const noun = command.slice(command.indexOf('-') + 1);
  return noun === 'solution' ? 'round' : noun === 'minutes' ? 'meeting' : noun;
}

function partyForm(kind: PartyKind): DialogForm {
  const role = field('p.role', 'choice', { ...must, options: options('p.role', partyRoles) });
  const why = field('p.why', 'long-text', { maxLength: 2_000 });
  const of: Record<PartyKind, PlaybookField[]> = {
    department: [field('p.department', 'department', must)],
    external: [field('p.name', 'text', { ...must, maxLength: 200 }), field('p.contact', 'text', { maxLength: 200 })],
    customer: [],
  };
  return { fields: [...of[kind], role, why], known: { role: 'involved' }, fixed: { kind } };
}

type Maker = (making: Making, item: number | string | null, party: string | undefined) => DialogForm;

const makers: Record<Exclude<CoordinationCommandName, 'name-party'>, Maker> = {
  'drop-party': () => ({ fields: [field('drop-party.reason', 'long-text', { maxLength: 2_000 })] }),
  'note-contact': ({ parties, vias }, item) => ({
    fields: [
      ...(item === null ? [field('note-contact.party', 'choice', { ...must, options: [...parties] })] : []),
      field('note-contact.via', 'choice', { ...must, options: [...vias] }),
      field('note-contact.outcome', 'long-text', { ...must, ...longest, help: named('note-contact.outcome.help') }),
      field('note-contact.expected', 'date-time', { binds: 'eta' }),
    ],
  }),
  'assign-task': () => ({
    fields: [
      field('assign-task.department', 'department', must),
      field('assign-task.owner', 'staff', { help: named('assign-task.owner.help') }),
      field('assign-task.due', 'date-time', { binds: 'deadline' }),
      field('assign-task.what', 'long-text', { ...must, ...longest, help: named('assign-task.what.help') }),
    ],
  }),
  'accept-task': () => ({
    fields: [field('accept-task.plan', 'long-text', longest), field('accept-task.eta', 'date-time', { binds: 'eta' })],
  }),
  'decline-task': () => reason('decline-task.reason'),
  'finish-task': () => ({ fields: [field('finish-task.result', 'long-text', { ...must, ...longest })] }),
  'cancel-task': () => reason('cancel-task.reason'),
  'send-letter': ({ parties, me, detail }) => ({
    fields: [
      field('send-letter.party', 'choice', {
        ...must,
        options: parties.filter(({ id }) => id !== 'customer'),
        help: named('send-letter.party.help'),
      }),
      field('send-letter.wantedBy', 'date-time', { ...must, binds: 'deadline' }),
      field('send-letter.contact', 'staff', { help: named('send-letter.contact.help') }),
      field('send-letter.via', 'choices', { options: options('send-letter.via', letterWays) }),
      field('send-letter.background', 'long-text', { ...longest, help: named('send-letter.background.help') }),
      field('send-letter.demand', 'long-text', { ...must, ...longest }),
    ],
    known: {
      contact: me,
      via: ['email'],
      ...(detail.deadline === null ? {} : { wantedBy: detail.deadline }),
      ...(detail.requirement === '' ? {} : { demand: detail.requirement }),
    },
  }),
  'answer-letter': ({ vias, coordination }, item) => ({
    fields: [
      field('answer-letter.answer', 'choice', {
        ...must,
        options: options('answer-letter.answer', ['accepted', 'counter', 'declined']),
      }),
      field('answer-letter.date', 'date-time', {
        binds: 'eta',
        requiredWhen: { field: 'answer', is: ['counter'] },
      }),
      ...(coordination.letters.some(({ id, party }) => id === item && isDepartment(party))
        ? []
        : [field('answer-letter.via', 'choice', { ...must, options: [...vias] })]),
      field('answer-letter.note', 'long-text', {
        ...longest,
        help: named('answer-letter.note.help'),
        requiredWhen: { field: 'answer', is: ['declined'] },
      }),
    ],
    always: ['note'],
  }),
  'settle-letter': () => ({
    fields: [
      field('settle-letter.isAgreed', 'check', { help: named('settle-letter.isAgreed.help') }),
      field('settle-letter.note', 'long-text', { maxLength: 2_000 }),
    ],
    known: { isAgreed: true },
  }),
  'withdraw-letter': () => reason('withdraw-letter.reason'),
  'call-meeting': ({ parties, me, coordination }) => ({
    fields: [
      field('call-meeting.topic', 'text', { ...must, maxLength: 400 }),
      field('call-meeting.place', 'text', { maxLength: 400 }),
      field('call-meeting.at', 'date-time', { ...must, binds: 'deadline' }),
      field('call-meeting.until', 'date-time', { ...must, binds: 'deadline' }),
      field('call-meeting.minutesTaker', 'staff', must),
      field('call-meeting.staff', 'staff-list'),
      field('call-meeting.parties', 'choices', { options: [...parties] }),
      field('call-meeting.agenda', 'list', must),
      field('call-meeting.bring', 'long-text', { maxLength: 2_000 }),
    ],
    known: {
      staff: [me],
      parties: coordination.parties.filter(({ kind }) => kind !== 'customer').map(({ id }) => id),
    },
  }),
  'record-minutes': ({ parties, coordination }, item) => {
    const meeting = coordination.meetings.find(({ id }) => id === item);
    const speakers = parties.filter(({ id }) => meeting?.parties.includes(id));
    return {
      fields: [
        field('record-minutes.attended', 'staff-list'),
        field('record-minutes.background', 'long-text', longest),
        field('record-minutes.decisions', 'list', must),
      ],
      known: {
        attended: [...new Set([...(meeting?.staff ?? []), ...(meeting ? [meeting.minutesTaker] : [])])],
        ...(meeting?.background ? { background: meeting.background } : {}),
      },
      rows: [
        {
          id: 'statements',
          name: named('record-minutes.statements'),
          add: 'record-minutes.statements.add',
          columns: [
            field('record-minutes.who', 'choice', { options: [...parties] }),
            field('record-minutes.said', 'long-text', { maxLength: 1_800 }),
          ],
          needs: 'said',
          least: 0,
          known: speakers.map(({ id }) => ({ who: id })),
        },
        {
          id: 'actions',
          name: named('record-minutes.actions'),
          add: 'record-minutes.actions.add',
          columns: [
            field('record-minutes.what', 'long-text', { ...must, maxLength: 2_000 }),
            field('record-minutes.owner', 'staff', must),
            field('record-minutes.due', 'date-time', { ...must, binds: 'deadline' }),
          ],
          needs: 'what',
          least: 0,
          known: [],
        },
      ],
    };
  },
  'cancel-meeting': () => reason('cancel-meeting.reason'),
  'circulate-solution': ({ parties, detail, coordination }) => {
    const last = coordination.rounds.at(-1);
    const known = last?.items.map(({ what, who, how }) => ({ what, who, how })) ?? [];
    // Of the customer's own part it is enough what.
    const ofOthers = {
      requiredWhen: { field: 'who', is: parties.map(({ id }) => id).filter((id) => id !== 'customer') },
    };
    return {
      fields: [
        field('circulate-solution.summary', 'long-text', {
          ...must,
          ...longest,
          help: named('circulate-solution.summary.help'),
        }),
      ],
      known: { summary: last?.summary ?? [detail.rootCause, detail.solution].filter(Boolean).join('\n') },
      rows: [
        {
          id: 'items',
          name: named('circulate-solution.items'),
          add: 'circulate-solution.items.add',
          columns: [
            field('circulate-solution.what', 'long-text', { ...must, maxLength: 2_000 }),
            field('circulate-solution.who', 'choice', { ...must, options: [...parties] }),
            field('circulate-solution.when', 'date-time', { ...ofOthers, binds: 'deadline' }),
            field('circulate-solution.how', 'long-text', { ...ofOthers, maxLength: 2_000 }),
          ],
          needs: 'what',
          least: 1,
          known,
        },
      ],
    };
  },
  'answer-solution': ({ vias }, _, party) => ({
    fields: [
      field('answer-solution.answer', 'choice', {
        ...must,
        options: options('answer-solution.answer', ['confirmed', 'objected']),
      }),
      ...(party !== undefined && isDepartment(party)
        ? []
        : [field('answer-solution.via', 'choice', { ...must, options: [...vias] })]),
      field('answer-solution.note', 'long-text', {
        ...longest,
        help: named('answer-solution.note.help'),
        requiredWhen: { field: 'answer', is: ['objected'] },
      }),
    ],
    always: ['note'],
    fixed: { party },
  }),
  'overrule-solution': () => reason('overrule-solution.reason'),
};
