import type { Description } from '../../../domain/ticket/describe.ts';

/**
 * Decrypted one-line descriptions of tickets that lists show again and again, by ticket and version. Bounded; what is least
 * lately used goes first. Nothing is kept on disk.
 */
export class Descriptions {
  readonly #kept = new Map<number, Description & { version: number }>();
  readonly #most: number;

  constructor(most = 20_000) {
    this.#most = most;
  }

  get(ticketId: number, version: number): Description | null {
    const found = this.#kept.get(ticketId);
    if (!found || found.version !== version) return null;
    this.#kept.delete(ticketId);
    this.#kept.set(ticketId, found);
    return found;
  }

  set(ticketId: number, version: number, { subject, customerName }: Description): void {
    this.#kept.delete(ticketId);
    this.#kept.set(ticketId, { version, subject, customerName });
    if (this.#kept.size > this.#most) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
  }

  /** When a customer is erased: rather all than one too few. */
  clear(): void {
    this.#kept.clear();
  }
}
