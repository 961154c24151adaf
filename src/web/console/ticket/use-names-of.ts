import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Names } from '../../../contract/common.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { queries } from '../../api/queries.ts';
import type { Translate } from '../../i18n/texts.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { useRoleName } from '../app/use-role-name.ts';
import { extraChannels } from './composer/via-options.ts';
import { targetWords } from './target-words.ts';
import { texts } from './texts.ts';
import { usePartyNames } from './ticket-context.tsx';
import { timelineTexts } from './timeline/texts.ts';
import type { NamesOf, TimelineKey } from './timeline/told.ts';

type Named = { id: string; name: Names };

/** Names of all that a ticket mentions by id, in the current language; an unknown id is shown as it is. */
export function useNamesOf(playbook: Playbook): NamesOf {
  const t = useTexts(texts);
  const word = useTexts(timelineTexts);
  const name = useNames();
  const roleName = useRoleName();
  const locale = useLocale();
  const staff = useQuery(queries.staff()).data?.items;
  const departments = useQuery(queries.departments()).data?.items;
  const outside = usePartyNames();
  return useMemo(() => {
    const thisYear = new Date().getFullYear();
    const among = (list: readonly Named[]) => (id: string) => name(list.find((one) => one.id === id)?.name) || id;
    const own = departments?.map((one) => ({ id: one.code, name: one.name })) ?? [];
    return {
      stage: among(playbook.stages),
      form: among(playbook.forms),
      clock: among(playbook.clocks),
      department: among([...own, ...playbook.departments]),
      party: (id: string) => outside.get(id) ?? partyName(id, among([...own, ...playbook.departments]), word),
      category: among(playbook.categories),
      priority: among(playbook.priorities),
      channel: among([...playbook.channels, ...extraChannels]),
      rating: among(playbook.ratings),
      dimension: among(playbook.ratingDimensions),
      field: among(playbook.forms.flatMap((form) => form.fields)),
      // Within a sentence.
      role: (id: string) => roleName(id).toLowerCase(),
      staff: (id: number) => staff?.find((one) => one.id === id)?.name ?? `#${id}`,
      time: (instant: number | string) => {
        const at = typeof instant === 'number' ? instant : Date.parse(instant);
        return fullTime(at, locale, new Date(at).getFullYear() !== thisYear);
      },
      span: (target: string) => targetWords(target, t),
      word,
      list: (names: readonly string[]) => names.join(word('list.separator')),
    };
  }, [playbook, staff, departments, outside, name, roleName, locale, t, word]);
}

/** A party by its id: a department's name, the customer, or the number of one outside, whose name stands with it. */
function partyName(id: string, department: (id: string) => string, word: Translate<TimelineKey>): string {
  const [kind, rest = ''] = id.split(/:(.*)/);
  if (kind === 'department') return department(rest);
  return kind === 'external' ? word('party.external', { number: rest }) : word('party.customer');
}
