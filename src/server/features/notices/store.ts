import type { NoticeKind } from '../../../domain/ticket/notice-kinds.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of reading notices; they are written with the ticket's events, in the same transaction. */
export type NoticeRow = {
  id: number;
  kind: NoticeKind;
  at: number;
  ticketId: number;
  number: string;
  playbook: string;
  playbookVersion: number;
  clock: string | null;
  due: number | null;
  readAt: number | null;
  /** The case that it is about; the ticket is then the one that the case was learned from. */
  caseId: number | null;
  /** Null where it is about no event of the ticket, but about a case. */
  eventSeq: number | null;
};

/** Where a page ended: notices are in the order of what they tell, which is not always the order in which they were written. */
export type NoticeCursor = { at: number; id: number };

export type NoticeFilter = {
  staffId: number;
  before: NoticeCursor | null;
  isUnreadOnly: boolean;
  /** Null for all. */
  kinds: readonly NoticeKind[] | null;
  limit: number;
};

/** What happened last comes first. @param before only those that come after it in this order. */
export async function listNotices(
  database: Queryable,
  { staffId, before, isUnreadOnly, kinds, limit }: NoticeFilter,
): Promise<NoticeRow[]> {
  const { rows } = await database.query<NoticeRow>(
    `select notice.id, notice.kind, notice.at, notice.ticket_id as "ticketId", ticket.number, ticket.playbook,
       ticket.playbook_version as "playbookVersion", notice.clock, notice.due_at as due,
       notice.read_at as "readAt", notice.case_id as "caseId", notice.event_seq as "eventSeq"
     from notice join ticket on ticket.id = notice.ticket_id
     where notice.staff_id = $1 and ($2::timestamptz is null or (notice.at, notice.id) < ($2, $6::bigint))
       and (not $4 or notice.read_at is null) and ($5::text[] is null or notice.kind = any($5))
     order by notice.at desc, notice.id desc limit $3`,
    [staffId, before && new Date(before.at), limit, isUnreadOnly, kinds, before?.id ?? null],
  );
  return rows;
}

/** What was there when `upTo` was written, and what stands below it in the inbox. */
export async function markRead(database: Queryable, staffId: number, upTo: number, now: number): Promise<void> {
  await database.query(
    `update notice set read_at = $3 where staff_id = $1 and read_at is null
       and (id <= $2 or (at, id) <= (select at, id from notice where staff_id = $1 and id = $2))`,
    [staffId, upTo, new Date(now)],
  );
}

/** One's own only; others' ids change nothing. */
export async function markTheseRead(
  database: Queryable,
  staffId: number,
  ids: readonly number[],
  now: number,
): Promise<void> {
  const text = 'update notice set read_at = $3 where staff_id = $1 and id = any($2) and read_at is null';
  await database.query(text, [staffId, ids, new Date(now)]);
}
