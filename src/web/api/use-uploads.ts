import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { UploadView } from '../../contract/attachment.ts';
import { ApiProblem } from './api-problem.ts';
import { type UploadTarget, uploadFile } from './upload-file.ts';

/** One chosen file on its way. `share` of it has been sent, 0 to 1. */
export type UploadItem = {
  key: number;
  file: File;
  status: 'waiting' | 'sending' | 'done' | 'failed';
  share: number;
  upload: UploadView | null;
  error: unknown;
  /** Whether the same file may go through another time: a broken line may, a refusal stays one. */
  mayRetry: boolean;
};

export type Uploads = {
  items: readonly UploadItem[];
  /** Whole uploads, to be named by what is sent next. */
  ids: number[];
  isBusy: boolean;
  hasFailed: boolean;
  add: (files: Iterable<File>) => void;
  remove: (key: number) => void;
  retry: (key: number) => void;
  clear: () => void;
};

/**
 * Files that somebody chose, uploaded one after the other at once, so that they are there when the words are. Without a target they wait,
 * as for a ticket that is yet to be registered. `refuse` says of a file, before it is sent, why it will not be taken.
 */
export function useUploads(target: UploadTarget | null, refuse: (file: File) => unknown = () => null): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const latest = useRef({ target, refuse });
  latest.current = { target, refuse };
  const nextKey = useRef(1);
  const stops = useRef(new Map<number, AbortController>());
  const queue = useRef<Promise<void>>(Promise.resolve());

  const patch = useCallback((key: number, change: Partial<UploadItem>) => {
    setItems((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }, []);
  const start = useCallback(
    (key: number, file: File) => {
      const stop = new AbortController();
      stops.current.set(key, stop);
      queue.current = queue.current.then(async () => {
        const { target: to } = latest.current;
        if (stop.signal.aborted || to === null) return;
        patch(key, { status: 'sending', share: 0, error: null });
        try {
          const upload = await uploadFile(to, file, (share) => patch(key, { share }), stop.signal);
          patch(key, { status: 'done', share: 1, upload });
        } catch (error) {
          if (!stop.signal.aborted) patch(key, { status: 'failed', error, mayRetry: mayPass(error) });
        }
      });
    },
    [patch],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      const added = [...files].map((file): UploadItem => {
        const error = latest.current.refuse(file);
        const status = error === null ? 'waiting' : 'failed';
        return { key: nextKey.current++, file, status, share: 0, upload: null, error, mayRetry: false };
      });
      setItems((all) => [...all, ...added]);
      if (latest.current.target === null) return;
      for (const { key, file, status } of added) if (status === 'waiting') start(key, file);
    },
    [start],
  );
  const remove = useCallback((key: number) => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setItems((all) => all.filter((one) => one.key !== key));
  }, []);
  const clear = useCallback(() => {
    for (const stop of stops.current.values()) stop.abort();
    stops.current.clear();
    setItems([]);
  }, []);
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  return useMemo(() => {
    const retry = (key: number) => {
      const item = items.find((one) => one.key === key);
      if (item?.mayRetry) start(key, item.file);
    };
    return {
      items,
      ids: items.flatMap(({ upload }) => (upload ? [upload.id] : [])),
      isBusy: items.some(({ status }) => status === 'sending' || (status === 'waiting' && target !== null)),
      hasFailed: items.some(({ status }) => status === 'failed'),
      add,
      remove,
      retry,
      clear,
    };
  }, [items, target, add, remove, clear, start]);
}

function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;
}
