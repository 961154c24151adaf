/**
 * A page's code that could not be fetched because the server is away is waited for, with the frame and its banner on the screen; then the
 * address is opened anew. With the server there, the failure is the page's own (or a newer build's) and is thrown on.
 */
const askEveryMs = 2_000;
/** An hour; after that somebody has to press reload anyway. */
const mostTries = 1_800;

export function loadPage<T>(load: () => Promise<T>): () => Promise<T> {
  return () => load().catch(reopenWhenBack);
}

async function reopenWhenBack(error: unknown): Promise<never> {
  if (await isServerThere()) throw error;
  for (let tries = 0; tries < mostTries; tries++) {
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    if (!(await isServerThere())) continue;
    window.location.reload();
    return new Promise<never>(() => {});
  }
  throw error;
}

async function isServerThere(): Promise<boolean> {
  return fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
