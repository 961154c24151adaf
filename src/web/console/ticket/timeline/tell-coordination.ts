import type { CoordinationEventType } from '../../../../domain/coordination/events.ts';
import type { Tellers } from './describe-entry.ts';
import type { NamesOf, Phrase, TimelineKey } from './told.ts';

type Event = CoordinationEventType | 'handoff.declined' | 'handoff.date-settled' | 'obstacle.reported';

const said = (label: TimelineKey | null, text: string | readonly string[] | undefined) => ({
  label,
  text: typeof text === 'string' ? text : (text ?? []).join('\n'),
});

const fact = (key: TimelineKey, names: NamesOf, at: number | string | null): Phrase[] =>
  at === null ? [] : [{ key, values: { time: names.time(at) } }];

const phrases = (...all: Phrase[]): Phrase[] => all;

/** An answer that others wrote down says how it came; one by a link says whose link it was. */
function howAnswered(
  { party, via, linkBy }: { party?: string; via?: string | undefined; linkBy?: number | string | undefined },
  names: NamesOf,
): Phrase[] {
  if (linkBy !== undefined) return [{ key: 'fact.link-by', values: { name: names.staff(Number(linkBy)) } }];
  const isTheirOwn = via === undefined || via === 'console' || via === 'portal' || party?.startsWith('department:');
  return isTheirOwn ? [] : [{ key: 'fact.on-behalf', values: { way: names.channel(via) } }];
}

/** What departments did together, in words. */
export const coordinationTellers: Tellers<Event> = {
  'handoff.declined': ({ text }) => ({
    tone: 'alarm',
    title: { key: 'handoff.declined' },
    said: [said('label.reason', text?.reason)],
  }),
  'handoff.date-settled': ({ data, text }, names) => ({
    title: { key: data.isAgreed ? 'handoff.date-settled.yes' : 'handoff.date-settled.no' },
    facts: fact('fact.deadline', names, data.deadline),
    said: [said('label.note', text?.note)],
  }),
  'obstacle.reported': ({ data, text }, names) => ({
    tone: 'alarm',
    title: { key: 'obstacle.reported' },
    facts: fact('fact.eta', names, data.eta),
    said: [said('label.obstacle', text?.obstacle)],
  }),
  'party.named': ({ data, text }, names) => ({
    title: { key: `party.named.${data.role}`, values: { party: text?.name || names.party(data.party) } },
    said: [said('label.reason', text?.why)],
  }),
  'party.dropped': ({ data, text }, names) => ({
    title: { key: 'party.dropped', values: { party: names.party(data.party) } },
    said: [said('label.reason', text?.reason)],
  }),
  'contact.noted': ({ data, text }, names) => ({
    title: { key: 'contact.noted', values: { party: names.party(data.party) } },
    facts: [
      { key: 'fact.via', values: { channel: names.channel(data.via) } },
      ...fact('fact.eta', names, data.expected),
    ],
    said: [said('label.outcome', text?.outcome)],
  }),
  'task.assigned': ({ data, text }, names) => ({
    title: {
      key: 'task.assigned',
      values: {
        task: data.task ?? 0,
        to: data.owner === null ? names.department(data.department) : names.staff(Number(data.owner)),
      },
    },
    facts: fact('fact.deadline', names, data.due),
    said: [said('label.what', text?.what)],
  }),
  'task.accepted': ({ data, text }, names) => ({
    title: { key: 'task.accepted', values: { task: data.task ?? 0 } },
    facts: fact('fact.eta', names, data.eta),
    said: [said('label.plan', text?.plan)],
  }),
  'task.declined': ({ data, text }) => ({
    tone: 'alarm',
    title: { key: 'task.declined', values: { task: data.task ?? 0 } },
    said: [said('label.reason', text?.reason)],
  }),
  'task.done': ({ data, text }) => ({
    title: { key: 'task.done', values: { task: data.task ?? 0 } },
    said: [said('label.result', text?.result)],
  }),
  'task.cancelled': ({ data, text }) => ({
    title: { key: 'task.cancelled', values: { task: data.task ?? 0 } },
    said: [said('label.reason', text?.reason)],
  }),
  'letter.sent': ({ data, text }, names) => ({
    title: { key: 'letter.sent', values: { letter: data.letter ?? 0, party: names.party(data.party) } },
    facts: fact('fact.wanted-by', names, data.wantedBy),
    said: [said('label.background', text?.background), said('label.demand', text?.demand)],
  }),
  'letter.answered': ({ data, text }, names) => ({
    tone: data.answer === 'accepted' ? 'work' : 'alarm',
    title: { key: `letter.answered.${data.answer}`, values: { letter: data.letter ?? 0 } },
    facts: [...fact('fact.date', names, data.date), ...howAnswered(data, names)],
    said: [said('label.note', text?.note)],
  }),
  'letter.settled': ({ data, text }) => ({
    title: { key: data.isAgreed ? 'letter.settled.yes' : 'letter.settled.no', values: { letter: data.letter ?? 0 } },
    said: [said('label.note', text?.note)],
  }),
  'letter.withdrawn': ({ data, text }) => ({
    title: { key: 'letter.withdrawn', values: { letter: data.letter ?? 0 } },
    said: [said('label.reason', text?.reason)],
  }),
  'meeting.called': ({ data, text }, names) => ({
    title: { key: 'meeting.called', values: { meeting: data.meeting ?? 0, topic: text?.topic ?? '' } },
    facts: phrases(
      { key: 'fact.meeting', values: { from: names.time(data.at ?? 0), to: names.time(data.until ?? 0) } },
      { key: 'fact.minutes-taker', values: { name: names.staff(Number(data.minutesTaker)) } },
    ),
    said: [said('label.place', text?.place), said('label.agenda', text?.agenda), said('label.bring', text?.bring)],
  }),
  'meeting.minuted': ({ data, text }, names) => ({
    title: { key: 'meeting.minuted', values: { meeting: data.meeting ?? 0 } },
    facts:
      data.attended.length === 0
        ? []
        : [{ key: 'fact.attended', values: { names: names.list(data.attended.map((id) => names.staff(id))) } }],
    said: [
      said('label.background', text?.background),
      said('label.statements', text?.statements),
      said('label.decisions', text?.decisions),
    ],
  }),
  'meeting.cancelled': ({ data, text }) => ({
    title: { key: 'meeting.cancelled', values: { meeting: data.meeting ?? 0 } },
    said: [said('label.reason', text?.reason)],
  }),
  'solution.circulated': ({ data, text }, names) => ({
    title: {
      key: 'solution.circulated',
      values: { round: data.round ?? 0, parties: names.list(data.parties.map(names.party)) },
    },
    said: [said('label.summary', text?.summary), said('label.what', text?.what), said('label.how', text?.how)],
  }),
  'solution.answered': ({ data, text }, names) => ({
    tone: data.answer === 'objected' ? 'alarm' : 'work',
    title: {
      key: `solution.answered.${data.answer}`,
      values: { round: data.round ?? 0, party: names.party(data.party) },
    },
    facts: howAnswered(data, names),
    said: [said('label.note', text?.note)],
  }),
  'solution.agreed': ({ data, text }) => ({
    title: { key: data.isOverruled ? 'solution.overruled' : 'solution.agreed', values: { round: data.round ?? 0 } },
    said: [said('label.reason', text?.reason)],
  }),
};
