import { topicOptions } from '../../../domain/playbook/field-options.ts';
import { useDepartmentNames, usePlaybookNames, useStaffNames } from '../../api/playbook-names.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';

export type ReviewNames = {
  playbook(id: string): string;
  category(playbook: string, code: string | null): string;
  topic(playbook: string, code: string): string;
  clock(playbook: string, code: string): string;
  /** Where the clock stands among those of its playbook. */
  clockOrder(playbook: string, code: string): number;
  field(playbook: string, code: string): string;
  dimension(playbook: string, code: string): string;
  rating(playbook: string, code: string): string;
  department(code: string): string;
  staff(id: number | null): string;
};

/** Names of everything that a review counts; the bare code where nothing is known of it any more. */
export function useReviewNames(): ReviewNames {
  const t = useTexts(texts);
  const playbooks = usePlaybooks();
  const names = useNames();
  const part = usePlaybookNames();
  const staffName = useStaffNames();
  const department = useDepartmentNames();
  const clocks = (playbook: string) => playbooks.get(playbook)?.clocks ?? [];
  return {
    department,
    playbook: (id) => names(playbooks.get(id)?.name) || id,
    category: (playbook, code) => (code === null ? t('category.none') : part(playbook, 'categories', code)),
    topic: (playbook, code) => {
      const of = playbooks.get(playbook);
      return names((of ? topicOptions(of) : []).find(({ id }) => id === code)?.name) || code;
    },
    clock: (playbook, code) => names(clocks(playbook).find(({ id }) => id === code)?.name) || code,
    clockOrder: (playbook, code) => clocks(playbook).findIndex(({ id }) => id === code),
    field: (playbook, code) => {
      const fields = playbooks.get(playbook)?.forms.flatMap((form) => form.fields) ?? [];
      return names(fields.find(({ id }) => id === code)?.name) || code;
    },
    dimension: (playbook, code) =>
      names(playbooks.get(playbook)?.ratingDimensions.find(({ id }) => id === code)?.name) || code,
    rating: (playbook, code) => part(playbook, 'ratings', code),
    staff: (id) => (id === null ? '—' : staffName(id) || t('staff.unknown', { id })),
  };
}
