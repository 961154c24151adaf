import type { QueryClient } from '@tanstack/react-query';
import { type LiveEvent, liveEvent } from '../../contract/live.ts';
import { keys } from './queries.ts';

/**
 * Listens to the server's live stream and marks what changed as stale. A burst of changes refreshes the lists once.
 * The browser reconnects a dropped stream by itself; one that the server refused is opened again here, ever later.
 * A tab that nobody looks at lets go of its stream: browsers allow only six connections to one HTTP/1.1 server.
 * A page that is left lets go at once, since the browser keeps it frozen for the way back, with its stream.
 */
const url = '/api/v1/live';
const burstMs = 1_500;
const incidentMs = 400;
const hiddenMs = 10_000;
const firstRetryMs = 2_000;
const lastRetryMs = 60_000;

type Timer = ReturnType<typeof setTimeout> | undefined;

/** `onChange` hears whether the stream is open. Returns how to stop. */
export function listenLive(client: QueryClient, onChange: (isOpen: boolean) => void = () => {}): () => void {
  const refresher = refresherOf(client);
  let source: EventSource | null = null;
  let retryMs = firstRetryMs;
  let retry: Timer;
  let letGo: Timer;
  let hasMissed = false;

  const open = () => {
    const stream = new EventSource(url);
    source = stream;
    stream.addEventListener('ticket', refresher.hear);
    stream.addEventListener('notice', refresher.hear);
    stream.addEventListener('incident', refresher.hear);
    stream.addEventListener('open', () => {
      retryMs = firstRetryMs;
      onChange(true);
      // Whatever was said while nobody listened is lost: look at everything again.
      if (hasMissed) void client.invalidateQueries();
      hasMissed = true;
    });
    stream.addEventListener('error', () => {
      onChange(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    });
  };
  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = null;
  };
  const look = () => {
    clearTimeout(letGo);
    if (document.hidden) letGo = setTimeout(close, hiddenMs);
    else if (!source) open();
  };

  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', look);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pagehide', close);
    window.removeEventListener('pageshow', look);
    clearTimeout(letGo);
    refresher.stop();
    close();
  };
}

function refresherOf(client: QueryClient): { hear: (message: MessageEvent<string>) => void; stop: () => void } {
  let burst: Timer;
  let incidents: Timer;
  const refreshLists = () => {
    burst ??= setTimeout(() => {
      burst = undefined;
      void client.invalidateQueries({ queryKey: keys.lists });
    }, burstMs);
  };
  /** While hundreds are told there is a hint for each batch. */
  const refreshIncidents = () => {
    incidents ??= setTimeout(() => {
      incidents = undefined;
      void client.invalidateQueries({ queryKey: keys.incidents });
    }, incidentMs);
  };
  const hear = (message: MessageEvent<string>) => {
    const event = read(message.data);
    if (event?.type === 'ticket') {
      void client.invalidateQueries({ queryKey: keys.ticket(event.id) });
      refreshLists();
    } else if (event?.type === 'incident') refreshIncidents();
    else if (event?.type === 'notice') {
      void client.invalidateQueries({ queryKey: keys.notices });
      void client.invalidateQueries({ queryKey: keys.me });
    }
  };
  const stop = () => {
    clearTimeout(burst);
    clearTimeout(incidents);
  };
  return { hear, stop };
}

function read(data: string): LiveEvent | null {
  try {
    return liveEvent.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
