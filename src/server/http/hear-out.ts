import type { IncomingMessage } from 'node:http';

/** More than this, or slower, and the rest of a body is cut off. */
const mostBytes = 64 * 1_048_576;
const longestMs = 10_000;

/**
 * Reads what is left of a request's body and drops it. Most clients read the answer only after they have sent everything: of a connection that
 * is closed before they learn nothing but that it broke. @returns whether its end was reached, so that the connection is in order
 */
export function hearOut(request: IncomingMessage): Promise<boolean> {
  if (request.readableEnded) return Promise.resolve(true);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve(false);
  return new Promise((resolve) => {
    let bytes = 0;
    const end = (isWhole: boolean) => {
      clearTimeout(timer);
      request.off('data', count).off('end', whole).off('close', cut);
      resolve(isWhole);
    };
    const whole = () => end(true);
    const cut = () => end(false);
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) end(false);
    };
    const timer = setTimeout(cut, longestMs);
    request.on('data', count).once('end', whole).once('close', cut).resume();
  });
}
