import type { PlaybookBrief } from '../../../contract/playbook.ts';
import { browserStorage } from '../form/drafts.ts';

const key = 'huiyin.register.playbook';

/** The playbook asked for, else the one used last on this machine, else the first. */
export function startPlaybook(playbooks: readonly PlaybookBrief[], asked: string | undefined): string | undefined {
  const wanted = [asked, browserStorage().getItem(key) ?? undefined];
  return wanted.find((id) => playbooks.some((one) => one.id === id)) ?? playbooks[0]?.id;
}

export function rememberPlaybook(id: string): void {
  try {
    browserStorage().setItem(key, id);
  } catch {
    // A full storage only means that the picker starts elsewhere next time.
  }
}
