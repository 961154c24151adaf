import type { PlaybookRegistry } from './registry.ts';
import { keepOnly } from './store.ts';

/** What set-up asks of playbooks. */
export function playbookChoice({ playbooks }: { playbooks: PlaybookRegistry }) {
  return {
    names: () => playbooks.list().map(({ source }) => source.id),
    departmentsOf: (id: string) => playbooks.list().find(({ source }) => source.id === id)?.source.departments ?? null,
    keepOnly,
    reload: () => playbooks.reload(),
  };
}
