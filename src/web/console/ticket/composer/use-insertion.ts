import { useEffect, useRef } from 'react';
import { type ComposerMode, useTicket } from '../ticket-context.tsx';

/** Words that another part of the page wants to have written here are put behind what stands here already. */
export function useInsertion(mode: ComposerMode, current: string, insert: (text: string) => void): void {
  const { composer } = useTicket();
  const latest = useRef({ current, insert });
  latest.current = { current, insert };
  useEffect(() => {
    if (composer.mode !== mode || composer.text === null) return;
    const { current: before, insert: put } = latest.current;
    put(before.trim() === '' ? composer.text : `${before.trimEnd()}\n\n${composer.text}`);
  }, [composer, mode]);
}
