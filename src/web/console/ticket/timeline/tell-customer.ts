import type { Tellers } from './describe-entry.ts';
import type { Phrase } from './told.ts';

type CustomerEvent =
  | 'customer.informed'
  | 'customer.replied'
  | 'customer.chased'
  | 'callback.made'
  | 'wait.started'
  | 'wait.ended';

/** What passed between the team and the customer, and what is waited for, in words. */
export const customerTellers: Tellers<CustomerEvent> = {
  'customer.informed': ({ data, text }, names) => {
    const facts: Phrase[] = [{ key: 'fact.via', values: { channel: names.channel(data.via) } }];
    if (data.eta !== null) facts.push({ key: 'fact.eta', values: { time: names.time(data.eta) } });
    return {
      tone: 'to-customer',
      title: { key: `customer.informed.${data.kind}` },
      facts,
      said: [{ label: null, text: text?.message ?? '' }],
    };
  },
  'customer.replied': ({ data, text }, names) => ({
    tone: 'from-customer',
    title: { key: 'customer.replied' },
    facts: [{ key: 'fact.via', values: { channel: names.channel(data.via) } }],
    said: [{ label: null, text: text?.message ?? '' }],
  }),
  'customer.chased': ({ text }) => ({
    tone: 'from-customer',
    title: { key: 'customer.chased' },
    said: [{ label: null, text: text?.message ?? '' }],
  }),
  'callback.made': ({ data, text }, names) => ({
    tone: data.isSatisfied ? 'work' : 'alarm',
    title: { key: 'callback.made', values: { rating: names.rating(data.rating) } },
    facts: Object.entries(data.dimensions).map(([dimension, rating]) => ({
      key: 'fact.dimension' as const,
      values: { dimension: names.dimension(dimension), rating: names.rating(rating) },
    })),
    said: [{ label: 'label.remark', text: text?.remark ?? '' }],
  }),
  'wait.started': ({ data, text }, names) => ({
    title: { key: 'wait.started', values: { party: names.word(`wait.${data.for}`) } },
    facts: data.until === null ? [] : [{ key: 'fact.until', values: { time: names.time(data.until) } }],
    said: [{ label: 'label.reason', text: text?.reason ?? '' }],
  }),
  'wait.ended': ({ data }, names) => ({
    title: { key: 'wait.ended', values: { party: names.word(`wait.${data.for}`) } },
  }),
};
