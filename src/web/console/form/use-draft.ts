import { useCallback, useEffect, useRef, useState } from 'react';
import { browserStorage, draftKey, dropDraft, dropOldDrafts, readDraft, writeDraft } from './drafts.ts';
import type { FormValues } from './form-values.ts';

const saveAfterMs = 400;
let areOldDropped = false;

/**
 * What was typed, kept as a draft under `about` and found again after a reload. Give the component that uses it a `key`
 * of the same parts, so that another ticket or form starts with its own draft.
 */
export function useDraft(staffId: number, about: readonly (string | number)[]) {
  const key = draftKey(staffId, about);
  const [restored, setRestored] = useState(() => {
    if (!areOldDropped) dropOldDrafts(browserStorage(), Date.now());
    areOldDropped = true;
    return readDraft(browserStorage(), key, Date.now());
  });
  const [typed, setTyped] = useState<FormValues>(restored?.values ?? {});
  const latest = useRef(typed);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    writeDraft(browserStorage(), key, latest.current, Date.now());
  }, [key]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const change = useCallback(
    (values: FormValues) => {
      latest.current = { ...latest.current, ...values };
      setTyped(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(save, saveAfterMs);
    },
    [save],
  );

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = {};
    setTyped({});
    setRestored(null);
    dropDraft(browserStorage(), key);
  }, [key]);

  return { typed, restoredAt: restored?.at ?? null, change, drop };
}
