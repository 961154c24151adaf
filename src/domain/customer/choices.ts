import type { Playbook, PlaybookOption } from '../playbook/schema.ts';

/**
 * Customers outlive playbooks: which types they may have, and by which channels they may like to be told, is what any playbook in force
 * knows; each id once.
 */
export type CustomerChoices = { types: PlaybookOption[]; channels: PlaybookOption[] };

export function customerChoices(playbooks: readonly Playbook[]): CustomerChoices {
  const preferred = playbooks
    .flatMap(({ forms }) => forms.flatMap(({ fields }) => fields))
    .filter(({ binds }) => binds === 'preferred-channel');
  return {
    types: unique(playbooks.flatMap(({ customerTypes }) => customerTypes)),
    channels: unique([
      ...playbooks.flatMap(({ channels }) => channels),
      ...preferred.flatMap(({ options }) => options ?? []),
    ]),
  };
}

function unique(options: readonly PlaybookOption[]): PlaybookOption[] {
  return [...new Map(options.toReversed().map((option) => [option.id, option])).values()].toReversed();
}
