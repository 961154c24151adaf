import { useCallback, useRef } from 'react';

/**
 * A key for each distinct request: sending the same content again, after an answer was lost, uses the same key, so that the
 * server does it once; changed content is a new request.
 */
export function useIdempotencyKey(): (content: unknown) => string {
  const last = useRef<{ content: string; key: string } | null>(null);
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) last.current = { content: text, key: newKey() };
    return last.current.key;
  }, []);
}

/** `crypto.randomUUID` is missing on plain-http hosts of an intranet; random bytes are not. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
