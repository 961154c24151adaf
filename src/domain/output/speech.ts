import type { Bilingual } from '../playbook/schema-parts.ts';
import type { EventActor } from '../ticket/actor.ts';
import type { OutputContext } from './context.ts';
import { nameIn } from './language.ts';
import { localSpan, localTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import { type Word, word } from './words.ts';

/** How one set of documents speaks: words, names behind ids and times, in its language and time zone. */
export type Speech = ReturnType<typeof speechOf>;

type Named = { id: string; name: Bilingual };

export function speechOf(context: Pick<OutputContext, 'language' | 'directory' | 'playbook'>, isErased = false) {
  const { language, directory, playbook } = context;
  const name = (names: Bilingual) => plainText(nameIn(names, language));
  const say = (key: Word) => name(word(key));
  /** The id itself where the playbook no longer knows it: better odd than missing. */
  const among = (list: readonly Named[], id: string | null) => {
    if (id === null || id === '') return '';
    const found = list.find((one) => one.id === id);
    return found ? name(found.name) : id;
  };
  const staff = (id: number | null) => {
    if (id === null) return '';
    return plainText(directory.staff(id) ?? `${say('formerStaff')} ${id}`);
  };
  return {
    name,
    say,
    staff,
    category: (id: string | null) => among(playbook.categories, id),
    priority: (id: string | null) => among(playbook.priorities, id),
    channel: (id: string | null) => among(playbook.channels, id),
    customerType: (id: string | null) => {
      const own = playbook.customerTypes.find((one) => one.id === id)?.name;
      const known = own ?? (id === null ? null : directory.customerType(id));
      return known ? name(known) : (id ?? '');
    },
    rating: (id: string | null) => among(playbook.ratings, id),
    stage: (id: string | null) => among(playbook.stages, id),
    department: (id: string | null) => {
      const known = id === null ? null : directory.department(id);
      return known ? name(known) : among(playbook.departments, id);
    },
    people: (ids: readonly number[]) => ids.map(staff).join(language === 'en' ? ', ' : '、'),
    dimensions: (given: Readonly<Record<string, string>>) =>
      Object.entries(given)
        .map(([id, rating]) => `${among(playbook.ratingDimensions, id)}：${among(playbook.ratings, rating)}`)
        .map((text) => (language === 'en' ? text.replace('：', ': ') : text))
        .join(language === 'en' ? '; ' : '；'),
    actor: (actor: EventActor) => {
      if (actor.kind === 'staff') return staff(actor.id);
      const kinds = {
        program: 'programActor',
        customer: 'customerActor',
        party: 'partyActor',
        system: 'systemActor',
      } as const;
      return say(kinds[actor.kind]);
    },
    time: (at: number | null) => (at === null ? '' : localTime(at, directory.timeZone)),
    span: (from: number | null, to: number | null) => localSpan(from, to, directory.timeZone),
    yesNo: (is: boolean) => say(is ? 'yes' : 'no'),
    /** What was said, by key. Null text is nothing said, or, where the customer has been erased, words that are gone. */
    said: <T extends Record<string, unknown>>(text: T | null, key: keyof T) => {
      if (text === null) return isErased ? say('erased') : '';
      return plainText(String(text[key] ?? ''));
    },
    isErased,
  };
}
