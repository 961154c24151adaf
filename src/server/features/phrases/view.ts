import type { PhraseView } from '../../../contract/phrase.ts';
import type { PhraseRow } from './store.ts';

export function viewPhrase({ updatedAt, ...row }: PhraseRow): PhraseView {
  return {
    ...row,
    playbooks: [...row.playbooks],
    categories: [...row.categories],
    priorities: [...row.priorities],
    channels: [...row.channels],
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
