import type { App, Reply, Request } from './app.ts';

/** One client listening to server-sent events. `send` returns false when the client reads too slowly and was let go. */
export type EventStream = {
  send(event: string, data: unknown, id?: string): boolean;
  close(): void;
  readonly closed: Promise<void>;
};

const heartbeatMs = 25_000;
const mostBufferedBytes = 1_048_576;
const openStreams = new WeakMap<object, Set<EventStream>>();

/** Ends all streams when the server stops: they would keep it waiting for ever. */
export function registerEventStreams(app: App): void {
  const streams = new Set<EventStream>();
  openStreams.set(app.server, streams);
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.close();
  });
}

/** Takes the reply over; the handler returns the reply object afterwards. */
export function openEventStream(request: Request, reply: Reply): EventStream {
  const raw = reply.hijack().raw;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const streams = openStreams.get(request.server.server);
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  const closed = new Promise<void>((resolve) => raw.once('close', resolve));
  const stream: EventStream = {
    closed,
    send: (event, data, id) => {
      if (raw.writableLength > mostBufferedBytes) raw.destroy();
      if (raw.destroyed || raw.writableEnded) return false;
      raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      return true;
    },
    close: () => {
      raw.end();
    },
  };
  streams?.add(stream);
  void closed.then(() => {
    clearInterval(heartbeat);
    streams?.delete(stream);
  });
  return stream;
}
