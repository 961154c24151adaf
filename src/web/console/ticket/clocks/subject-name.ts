import { useTexts } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { clockTexts } from './texts.ts';

/** What a clock is about, as people call it: T3, L1, M1, a party, a hand-off; null for the ticket as a whole. */
export function useSubjectName(): (subject: string | null) => string | null {
  const t = useTexts(clockTexts);
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  const words = { party: names.party, handOff: (number: string) => t('subject.hand-off', { number }) };
  return (subject) => (subject === null ? null : subjectName(subject, words));
}

type Words = { party: (id: string) => string; handOff: (number: string) => string };

export function subjectName(subject: string, { party, handOff }: Words): string {
  const [scope, id = ''] = subject.split(/:(.*)/);
  switch (scope) {
    case 'task':
      return `T${id}`;
    case 'letter':
      return `L${id}`;
    case 'meeting':
      return `M${id}`;
    case 'party':
      return party(id);
    default:
      return handOff(id);
  }
}
