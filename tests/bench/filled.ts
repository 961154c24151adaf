import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEnv, spawnProgram } from './world.ts';

/** Data folders with so many tickets, made once a run, or, with a folder to keep them in, once for all runs. */
export class FilledData {
  readonly #folder: string;
  readonly #isKept: boolean;

  constructor(folder?: string) {
    this.#isKept = folder !== undefined;
    this.#folder = folder ?? mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
    mkdirSync(this.#folder, { recursive: true });
  }

  async of(size: number): Promise<string> {
    const folder = join(this.#folder, String(size));
    await fillFolder(folder, size, false);
    return folder;
  }

  close(): void {
    if (!this.#isKept && existsSync(this.#folder)) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** In a process of its own, so that its memory is not the server's. */
export async function fillFolder(folder: string, size: number, isLate: boolean): Promise<void> {
  const filler = spawnProgram('tests/bench/fill.ts', [String(size), ...(isLate ? ['late'] : [])], benchEnv(folder));
  const [code] = (await once(filler, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`could not fill ${folder}`);
}
