import type { ImportCounts } from '../server/channels/import/run-rows.ts';

/** How far an import is: a line that changes on a terminal, one every few seconds elsewhere. */
export type ProgressOut = { isTerminal: boolean; columns: number; write: (text: string) => void; now: () => number };

const terminalMs = 100;
const elsewhereMs = 5_000;
const barLength = 24;

export class Progress {
  readonly #out: ProgressOut;
  readonly #share: () => number;
  readonly #start: number;
  #shownAt: number;

  /** `share` is how much of the file has been read, 0 to 1. */
  constructor(out: ProgressOut, share: () => number) {
    this.#out = out;
    this.#share = share;
    this.#start = out.now();
    this.#shownAt = this.#start;
  }

  show(counts: Readonly<ImportCounts>): void {
    const now = this.#out.now();
    if (now - this.#shownAt < (this.#out.isTerminal ? terminalMs : elsewhereMs)) return;
    this.#shownAt = now;
    this.#write(this.line(counts, now));
  }

  /** A line that stays, such as why it waits. */
  say(text: string): void {
    this.clear();
    this.#out.write(`${text}\n`);
  }

  clear(): void {
    if (this.#out.isTerminal) this.#out.write('\r\x1b[K');
  }

  line({ read, made, known, failed }: Readonly<ImportCounts>, now: number): string {
    const share = this.#share();
    const filled = Math.round(share * barLength);
    const seconds = Math.max((now - this.#start) / 1000, 0.001);
    const left = share > 0.01 && share < 1 ? `, about ${span((seconds / share) * (1 - share))} left` : '';
    const counts = `${made} made, ${known} there already, ${failed} failed`;
    return `[${'#'.repeat(filled)}${'.'.repeat(barLength - filled)}] ${Math.floor(share * 100)} %  ${read} rows: ${counts}, ${Math.round(read / seconds)}/s${left}`;
  }

  #write(line: string): void {
    if (this.#out.isTerminal) this.#out.write(`\r\x1b[K${line.slice(0, Math.max(20, this.#out.columns - 1))}`);
    else this.#out.write(`${line}\n`);
  }
}

function span(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
