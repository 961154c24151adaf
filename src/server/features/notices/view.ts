import type { Names } from '../../../contract/common.ts';
import type { NoticeView } from '../../../contract/organisation.ts';
import type { TicketRow } from '../../../contract/ticket.ts';
import { caseNumber } from '../../../domain/case/case-text.ts';
import type { NoticeRow } from './store.ts';

/** The name of a clock in the playbook version that a ticket was started with; null when it is not known. */
export type ClockName = (playbook: string, version: number, clock: string) => Names | null;

type Known = { ticket: TicketRow | undefined; reason: string; nameOfClock: ClockName };

/** @param ticket as this person may see it now; undefined when they may not. */
export function viewNotice(row: NoticeRow, { ticket, reason, nameOfClock }: Known): NoticeView {
  const { id, kind, at, ticketId, number, clock, due, readAt } = row;
  return {
    id,
    kind,
    at: new Date(at).toISOString(),
    ticket: { id: ticketId, number, subject: ticket?.subject ?? '', customerName: ticket?.customerName ?? '' },
    // A clock that the playbook at hand does not know is still named, by its id.
    clock: clock === null ? null : (nameOfClock(row.playbook, row.playbookVersion, clock) ?? { zh: clock, en: clock }),
    due: due === null ? null : new Date(due).toISOString(),
    reason: ticket ? reason : '',
    case: row.caseId === null ? null : { id: row.caseId, number: caseNumber(row.caseId) },
    isRead: readAt !== null,
  };
}
