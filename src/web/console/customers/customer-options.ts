import type { PlaybookOption } from '../../../domain/playbook/schema.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';

/** Customers outlive playbooks: types and channels of all of them, each id once. */
export function useCustomerOptions(): { types: PlaybookOption[]; channels: PlaybookOption[] } {
  const playbooks = [...usePlaybooks().values()];
  return {
    types: unique(playbooks.flatMap((playbook) => playbook.customerTypes)),
    channels: unique(playbooks.flatMap((playbook) => playbook.channels)),
  };
}

function unique(options: readonly PlaybookOption[]): PlaybookOption[] {
  return [...new Map(options.map((option) => [option.id, option])).values()];
}
