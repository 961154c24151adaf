/** Progress on standard error: one line that is written over on a terminal, a line now and then elsewhere. Nothing in the first second. */
export type Progress = { at(done: number, all: number): void; clear(): void };

export function createProgress(what: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const everyMs = stream.isTTY ? 250 : 10_000;
  let last = performance.now() + (stream.isTTY ? 750 : 0);
  let isShown = false;
  const clear = () => {
    if (isShown && stream.isTTY) stream.write('\r\u001b[K');
    isShown = false;
  };
  return {
    clear,
    at(done, all) {
      if (performance.now() - last < everyMs) return;
      last = performance.now();
      clear();
      const share = all === 0 ? 100 : Math.floor((done / all) * 100);
      stream.write(`${count(done)} of ${count(all)} ${what} (${share} %)${stream.isTTY ? '' : '\n'}`);
      isShown = true;
    },
  };
}

export const count = (value: number): string => value.toLocaleString('en');
