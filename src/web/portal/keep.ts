import type { PortalKey } from './api.ts';

/**
 * What this tab remembers: the request that is being followed, and what has been typed. Session storage only, so that nothing of it
 * stays on a shared computer.
 */
const keyName = 'huiyin.portal.key';
const draftName = 'huiyin.portal.draft';

export const keptKey = {
  read: (): PortalKey | null => read<PortalKey>(keyName),
  write: (key: PortalKey | null): void => write(keyName, key),
};

/** One draft for each thing that is being written: `request`, or a message to one number. */
export const keptDraft = {
  read: <T>(of: string): T | null => read<T>(`${draftName} ${of}`),
  write: (of: string, draft: unknown): void => write(`${draftName} ${of}`, draft),
};

function read<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage everything works but a reload.
  }
}
