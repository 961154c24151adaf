import type { QueryClient } from '@tanstack/react-query';
import { type LiveEvent, liveEvent } from '../../contract/live.ts';
import { keys } from './queries.ts';

/**
 * Listens to the server's live stream and marks what changed as stale. A burst of changes refreshes the lists once.
 * The browser reconnects a dropped stream by itself; one that the server refused is opened again here, ever later.
 */
const burstMs = 1_500;
const firstRetryMs = 2_000;
const lastRetryMs = 60_000;

/** `onChange` hears whether the stream is open. Returns how to stop. */
export function listenLive(
  client: QueryClient,
  onChange: (isOpen: boolean) => void = () => {},
  url = '/api/v1/live',
): () => void {
  let source: EventSource | null = null;
  let retryMs = firstRetryMs;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let burst: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;

  const refreshLists = () => {
    burst ??= setTimeout(() => {
      burst = undefined;
      void client.invalidateQueries({ queryKey: keys.lists });
    }, burstMs);
  };

  const hear = (message: MessageEvent<string>) => {
    const event = read(message.data);
    if (event?.type === 'ticket') {
      void client.invalidateQueries({ queryKey: keys.ticket(event.id) });
      refreshLists();
    } else if (event?.type === 'notice') {
      void client.invalidateQueries({ queryKey: keys.notices });
      void client.invalidateQueries({ queryKey: keys.me });
    }
  };

  const open = () => {
    source = new EventSource(url);
    source.addEventListener('ticket', hear);
    source.addEventListener('notice', hear);
    source.addEventListener('open', () => {
      retryMs = firstRetryMs;
      onChange(true);
      // Whatever was said while nobody listened is lost: look at everything again.
      if (wasOpen) void client.invalidateQueries();
      wasOpen = true;
    });
    source.addEventListener('error', () => {
      onChange(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    });
  };

  open();
  return () => {
    clearTimeout(retry);
    clearTimeout(burst);
    source?.close();
  };
}

function read(data: string): LiveEvent | null {
  try {
    return liveEvent.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
