import { caseNumber } from '../../../../domain/case/case-text.ts';
import type { Tellers } from './describe-entry.ts';
import type { Phrase, TimelineKey } from './told.ts';

type WorkEvent =
  | 'ticket.registered'
  | 'stage.entered'
  | 'stage.completed'
  | 'form.submitted'
  | 'ticket.classified'
  | 'handoff.made'
  | 'handoff.accepted'
  | 'handoff.bounced'
  | 'progress.recorded'
  | 'solution.proposed'
  | 'work.verified'
  | 'ticket.resolved'
  | 'ticket.reopened'
  | 'ticket.dismissed'
  | 'ticket.closed'
  | 'note.added'
  | 'incident.linked'
  | 'incident.unlinked'
  | 'case.cited'
  | 'attachment.added';

const said = (label: TimelineKey | null, text: string | undefined) => ({ label, text: text ?? '' });

/** What staff did with the ticket, in words. */
export const workTellers: Tellers<WorkEvent> = {
  'ticket.registered': ({ data, text }, names) => ({
    title: { key: 'ticket.registered', values: { channel: names.channel(data.channel) } },
    facts: [{ key: 'ticket.registered.received', values: { time: names.time(data.receivedAt) } }],
    answers: { form: data.form, answers: { ...data.answers, ...text?.answers } },
  }),
  'stage.entered': ({ data }, names) => ({
    tone: 'step',
    title: { key: 'stage.entered', values: { stage: names.stage(data.stage) } },
  }),
  'stage.completed': ({ data }, names) => ({
    tone: 'step',
    title: { key: 'stage.completed', values: { stage: names.stage(data.stage) } },
  }),
  'form.submitted': ({ data, text }, names) => ({
    title: { key: 'form.submitted', values: { form: names.form(data.form) } },
    answers: { form: data.form, answers: { ...data.answers, ...text?.answers } },
  }),
  'ticket.classified': ({ data, text }, names) => ({
    title: classified(data.category && names.category(data.category), data.priority && names.priority(data.priority)),
    said: [said('label.reason', text?.reason)],
  }),
  'handoff.made': ({ data, text }, names) => {
    const department = names.department(data.department);
    const owner = data.owner === null ? null : names.staff(Number(data.owner));
    const title: Phrase = owner
      ? { key: 'handoff.made.owner', values: { department, owner } }
      : { key: 'handoff.made', values: { department } };
    const facts: Phrase[] = [];
    if (data.deadline !== null) facts.push({ key: 'fact.deadline', values: { time: names.time(data.deadline) } });
    const people = data.collaborators.map((id) => names.staff(Number(id)));
    if (people.length > 0) facts.push({ key: 'fact.collaborators', values: { names: names.list(people) } });
    return { title, facts, said: [said('label.requirement', text?.requirement)] };
  },
  'handoff.accepted': ({ data, text }, names) => {
    const facts: Phrase[] = [];
    if (data.owner) facts.push({ key: 'fact.owner', values: { name: names.staff(Number(data.owner)) } });
    if (data.eta !== null) facts.push({ key: 'fact.eta', values: { time: names.time(data.eta) } });
    const key = data.isCounter ? 'handoff.accepted.counter' : 'handoff.accepted';
    return { tone: data.isCounter ? 'alarm' : 'work', title: { key }, facts, said: [said('label.plan', text?.plan)] };
  },
  'handoff.bounced': ({ data, text }, names) => ({
    tone: 'alarm',
    title: { key: 'handoff.bounced', values: { reason: names.word(`bounce.${data.reason}`) } },
    facts: data.fields.length === 0 ? [] : [missing(names.list(data.fields.map(names.field)))],
    said: [said('label.note', text?.note)],
  }),
  'progress.recorded': ({ data, text }, names) => ({
    title: { key: 'progress.recorded' },
    facts:
      data.from === null || data.to === null
        ? []
        : [{ key: 'progress.recorded.span', values: { from: names.time(data.from), to: names.time(data.to) } }],
    said: [
      said('label.done', text?.done),
      said('label.customer-words', text?.customerWords),
      said('label.next-step', text?.nextStep),
    ],
  }),
  'solution.proposed': ({ data, text }, names) => ({
    title: { key: 'solution.proposed' },
    facts: data.eta === null ? [] : [{ key: 'fact.eta', values: { time: names.time(data.eta) } }],
    said: [said('label.root-cause', text?.rootCause), said('label.solution', text?.solution)],
  }),
  'work.verified': () => ({ title: { key: 'work.verified' } }),
  'ticket.resolved': () => ({ tone: 'step', title: { key: 'ticket.resolved' } }),
  'ticket.reopened': ({ data, text }, names) => ({
    tone: 'alarm',
    title: {
      key: 'ticket.reopened',
      values: { cycle: data.cycle ?? 2, stage: names.stage(data.stage) },
    },
    facts: [{ key: 'fact.cause', values: { cause: names.word(`cause.${data.cause}`) } }],
    said: [said('label.reason', text?.reason)],
  }),
  'ticket.dismissed': ({ data, text }, names) => ({
    title: { key: 'ticket.dismissed', values: { reason: names.word(`dismiss.${data.reason}`) } },
    facts: data.duplicateOf === null ? [] : [{ key: 'fact.duplicate', values: { number: data.duplicateOf } }],
    said: [said('label.note', text?.note)],
  }),
  'ticket.closed': () => ({ tone: 'step', title: { key: 'ticket.closed' } }),
  'incident.linked': ({ data }) => ({
    tone: 'step',
    title: { key: 'incident.linked', values: { number: data.number } },
  }),
  'incident.unlinked': ({ data, text }) => ({
    tone: data.cause === 'removed' ? 'step' : 'alarm',
    title: { key: `incident.unlinked.${data.cause}`, values: { number: data.number } },
    said: [said('label.note', text?.note)],
  }),
  'case.cited': ({ data, text }) => ({
    title: { key: 'case.cited', values: { number: caseNumber(Number(data.caseId)) } },
    said: [said(null, text?.title)],
  }),
  'attachment.added': ({ data, text }) => {
    const { attachment: id, mediaType, bytes, isShown } = data;
    return {
      title: { key: 'attachment.added' },
      facts: isShown ? [{ key: 'fact.shown' }] : [],
      files: [{ id: Number(id), name: text?.name ?? null, mediaType, bytes: Number(bytes), isShown }],
    };
  },
  'note.added': ({ text }) => ({ tone: 'note', title: { key: 'note.added' }, said: [said(null, text?.note)] }),
};

function classified(category: string | null, priority: string | null): Phrase {
  if (category !== null && priority !== null) return { key: 'ticket.classified', values: { category, priority } };
  if (category !== null) return { key: 'ticket.classified.category', values: { category } };
  return { key: 'ticket.classified.priority', values: { priority: priority ?? '' } };
}

function missing(fields: string): Phrase {
  return { key: 'fact.fields', values: { fields } };
}
