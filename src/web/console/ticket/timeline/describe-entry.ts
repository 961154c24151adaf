import type { TimelineEntry } from '../../../../contract/ticket.ts';
import type { EventType } from '../../../../domain/ticket/events.ts';
import { clockTellers } from './tell-clocks.ts';
import { coordinationTellers } from './tell-coordination.ts';
import { customerTellers } from './tell-customer.ts';
import { workTellers } from './tell-work.ts';
import { asTold, type EntryView, isErased, type NamesOf, type Told } from './told.ts';

export type View = Partial<Omit<EntryView, 'isErased'>> & Pick<EntryView, 'title'>;
export type Tellers<T extends EventType> = { [K in T]: (event: Told<K>, names: NamesOf) => View };

const tellers: Tellers<EventType> = { ...workTellers, ...coordinationTellers, ...customerTellers, ...clockTellers };

/** Puts one event of the timeline into words; the actor and the time stand beside it. */
export function describeEntry(
  entry: Pick<TimelineEntry, 'type' | 'data' | 'text'>,
  names: NamesOf,
  isCustomerErased: boolean,
): EntryView {
  const told = asTold(entry);
  if (!told) return whole({ tone: 'step', title: { key: 'unknown', values: { type: entry.type } } }, false);
  const tell = tellers[told.type] as (event: Told, names: NamesOf) => View;
  return whole(tell(told, names), isErased(told, isCustomerErased));
}

function whole(view: View, erased: boolean): EntryView {
  const said = (view.said ?? []).filter(({ text }) => text.trim() !== '');
  return { tone: 'work', facts: [], answers: null, files: [], ...view, said, isErased: erased };
}
