import type { FormValues } from './form-values.ts';

/**
 * What was typed and not yet sent, kept in this browser so that a reload, a crash or a wrong click loses nothing.
 * Drafts belong to one person on one machine, go when the form is sent, on sign-out (`clearDrafts`) and after `keepMs`.
 */
export type Draft = { at: number; values: FormValues };
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'huiyin.draft.';
const keepMs = 14 * 24 * 3_600_000;

/** `about` names what is written: `ticket.17.form.analysis.2` (ticket, form, cycle), `register.resolution-flow`, … */
export function draftKey(staffId: number, about: readonly (string | number)[]): string {
  return `${prefix}${staffId}.${about.join('.')}`;
}

export function readDraft(storage: DraftStorage, key: string, now: number): Draft | null {
  const draft = parsed(storage.getItem(key));
  if (draft && now - draft.at <= keepMs) return draft;
  storage.removeItem(key);
  return null;
}

const noStorage: DraftStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
};

/** The browser's storage, or none where the person's settings forbid it. */
export function browserStorage(): DraftStorage {
  try {
    return window.localStorage;
  } catch {
    return noStorage;
  }
}

/** Nothing typed is no draft. A full or forbidden storage loses the draft, never the work in the form. */
export function writeDraft(storage: DraftStorage, key: string, values: FormValues, now: number): boolean {
  try {
    if (Object.keys(values).length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify({ at: now, values }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(storage: DraftStorage, key: string): void {
  storage.removeItem(key);
}

/** Drops every draft of this browser, whoever wrote it: at sign-out nothing of customers stays behind. */
export function clearDrafts(storage: DraftStorage): void {
  for (const key of draftKeys(storage)) storage.removeItem(key);
}

/** Drops drafts too old to be wanted; called once a page load. */
export function dropOldDrafts(storage: DraftStorage, now: number): void {
  for (const key of draftKeys(storage)) readDraft(storage, key, now);
}

function draftKeys(storage: DraftStorage): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

function parsed(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(draft: unknown): draft is Draft {
  if (typeof draft !== 'object' || draft === null) return false;
  const { at, values } = draft as { at?: unknown; values?: unknown };
  return typeof at === 'number' && typeof values === 'object' && values !== null && !Array.isArray(values);
}
