import { findPersonalData } from '../case/personal-data.ts';
import { Refusal } from '../refusal.ts';

/**
 * Notes are kept in clear and outlive the tickets they came from: what surely is personal data (a telephone number, an address, an
 * identity or bank card) is refused.
 * @throws Refusal review.note-personal
 */
export function checkNoteWords(words: { rootCause: string; longTermFix: string }): void {
  for (const field of ['rootCause', 'longTermFix'] as const) {
    const found = findPersonalData(words[field]).find(({ isHard }) => isHard);
    if (found) throw new Refusal('review.note-personal', field, { found: found.kind });
  }
}
