import { useTexts } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { clockTexts } from './texts.ts';

/** What a clock is about, as people call it: T3, L1, M1, a party, a hand-off; null for the ticket as a whole. */
export function useSubjectName(): (subject: string | null) => string | null {
  const t = useTexts(clockTexts);
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  return (subject) => {
    if (subject === null) return null;
    const [scope, id = ''] = subject.split(/:(.*)/);
    switch (scope) {
      case 'task':
        return `T${id}`;
      case 'letter':
        return `L${id}`;
      case 'meeting':
        return `M${id}`;
      case 'party':
        return names.party(id);
      default:
        return t('subject.hand-off', { number: id });
    }
  };
}
