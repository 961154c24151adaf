import { situationIds, situations } from '../../../domain/phrase/situations.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';

/** Situations in the order of a ticket's life, those among colleagues apart. */
export function useSituationOptions() {
  const t = useTexts(texts);
  return (['customer', 'colleague'] as const).map((to) => ({
    label: t(`group.${to}`),
    options: situationIds
      .filter((id) => situations[id].to === to)
      .map((id) => ({ value: id, label: t(`situation.${id}`) })),
  }));
}
