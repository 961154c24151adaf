/**
 * A refusal is the domain's "no": a code from one closed list, the field it is about and what the
 * reader can do. HTTP status and the texts in both languages hang off the code (contract/errors.ts).
 */
export type RefusalDetails = Readonly<Record<string, unknown>>;

export class Refusal extends Error {
  readonly code: string;
  /** Path of the offending input, dots between steps; empty when it is about the whole command. */
  readonly field: string;
  readonly details: RefusalDetails;

  constructor(code: string, field = '', details: RefusalDetails = {}, message = code) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
    this.details = details;
  }
}
