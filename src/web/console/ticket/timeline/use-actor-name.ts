import { useCallback } from 'react';
import type { TimelineEntry } from '../../../../contract/ticket.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { timelineTexts } from './texts.ts';

/** Who did it: a person or a program by name, the customer and the system by what they are. */
export function useActorName(): (actor: TimelineEntry['actor']) => string {
  const t = useTexts(timelineTexts);
  return useCallback(
    (actor) => {
      if (actor.kind === 'system') return t('actor.system');
      if (actor.kind === 'customer') return actor.name || t('actor.customer');
      return actor.name || t(actor.kind === 'program' ? 'actor.program' : 'actor.staff', { id: actor.id ?? '' });
    },
    [t],
  );
}
