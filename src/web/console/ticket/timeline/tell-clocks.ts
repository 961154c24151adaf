import type { Tellers } from './describe-entry.ts';
import type { Phrase, TimelineKey } from './told.ts';

type ClockEvent =
  | 'clock.extended'
  | 'clock.warned'
  | 'clock.breached'
  | 'clock.laddered'
  | 'ticket.escalated'
  | 'calendar.revised'
  | 'playbook.migrated';

/** What the clocks did, in words. */
export const clockTellers: Tellers<ClockEvent> = {
  'clock.extended': ({ data, text }, names) => ({
    title: { key: 'clock.extended', values: { clock: names.clock(data.clock), due: names.time(data.due) } },
    said: [{ label: 'label.reason', text: text?.reason ?? '' }],
  }),
  'clock.warned': ({ data }, names) => ({
    tone: 'alarm',
    title: { key: 'clock.warned', values: { clock: names.clock(data.clock), before: names.span(data.before) } },
  }),
  'clock.breached': ({ data }, names) => ({
    tone: 'alarm',
    title: { key: 'clock.breached', values: { clock: names.clock(data.clock), due: names.time(data.due) } },
  }),
  'clock.laddered': ({ data }, names) => ({
    tone: 'alarm',
    title: {
      key: 'clock.laddered',
      values: { clock: names.clock(data.clock), tell: names.list(data.tell.map(names.role)) },
    },
  }),
  'ticket.escalated': ({ data, text }, names) => {
    const facts: Phrase[] = [
      { key: 'fact.level', values: { level: data.level } },
      { key: 'fact.cause', values: { cause: names.word(`cause.${data.cause}`) } },
    ];
    return {
      tone: 'alarm',
      title: { key: 'ticket.escalated', values: { to: names.role(data.to) } },
      facts,
      said: [{ label: 'label.reason', text: text?.reason ?? '' }],
    };
  },
  'calendar.revised': () => ({ tone: 'step', title: { key: 'calendar.revised' } }),
  'playbook.migrated': ({ data }, names) => {
    const { from, to, starts, cancels, startsFor = [], cancelsFor = [] } = data;
    const facts: Phrase[] = [];
    const add = (key: TimelineKey, whole: readonly string[], each: readonly { clock: string }[]) => {
      const clocks = [...new Set([...whole, ...each.map(({ clock }) => clock)])];
      if (clocks.length > 0) facts.push({ key, values: { clocks: names.list(clocks.map(names.clock)) } });
    };
    add('playbook.migrated.starts', starts, startsFor);
    add('playbook.migrated.cancels', cancels, cancelsFor);
    return { tone: 'step', title: { key: 'playbook.migrated', values: { from, to } }, facts };
  },
};
