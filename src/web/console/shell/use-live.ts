import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listenLive } from '../../api/live.ts';

const graceMs = 6_000;

/** Keeps the page fresh while it is open. False once the stream has been down for a while. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [isLive, setIsLive] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenLive(client, (isOpen) => {
      if (isOpen) {
        clearTimeout(timer);
        timer = undefined;
        setIsLive(true);
      } else timer ??= setTimeout(() => setIsLive(false), graceMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
  return isLive;
}
