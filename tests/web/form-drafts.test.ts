import { beforeEach, describe, expect, test } from 'vitest';
import {
  clearDrafts,
  type DraftStorage,
  draftKey,
  dropOldDrafts,
  readDraft,
  writeDraft,
} from '../../src/web/console/form/drafts.ts';

const day = 24 * 3_600_000;
const key = draftKey(7, ['ticket', 17, 'form', 'analysis', 1]);
let kept: Map<string, string>;
let storage: DraftStorage;

beforeEach(() => {
  kept = new Map([['theme', 'dark']]);
  storage = {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
});

describe('a draft', () => {
  test('is found again by the same person for the same form only', () => {
    writeDraft(storage, key, { cause: '缓存' }, day);
    expect(readDraft(storage, key, day)).toEqual({ at: day, values: { cause: '缓存' } });
    expect(readDraft(storage, draftKey(8, ['ticket', 17, 'form', 'analysis', 1]), day)).toBeNull();
    expect(readDraft(storage, draftKey(7, ['ticket', 17, 'form', 'analysis', 2]), day)).toBeNull();
  });

  test('with nothing in it is dropped', () => {
    writeDraft(storage, key, { cause: 'x' }, day);
    writeDraft(storage, key, {}, day);
    expect(kept.has(key)).toBe(false);
  });

  test('too old or broken is dropped, the rest of the storage is left alone', () => {
    writeDraft(storage, key, { cause: 'x' }, 0);
    kept.set(draftKey(7, ['a']), '{"at":');
    kept.set(draftKey(7, ['b']), '[]');
    dropOldDrafts(storage, 15 * day);
    expect([...kept]).toEqual([['theme', 'dark']]);
  });

  test('goes with every other at sign-out', () => {
    writeDraft(storage, key, { cause: 'x' }, 0);
    writeDraft(storage, draftKey(8, ['register', 'resolution-flow']), { a: 'x' }, 0);
    clearDrafts(storage);
    expect([...kept.keys()]).toEqual(['theme']);
  });

  test('that does not fit says so and throws nothing', () => {
    const full = {
      ...storage,
      length: 0,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(writeDraft(full, key, { cause: 'x' }, 0)).toBe(false);
  });
});
