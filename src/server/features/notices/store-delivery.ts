import type { OutgoingNotice } from '../../channels/notice/channel.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of the outbox: which notices a channel has taken. */

/**
 * Keeps the channel for this transaction; false when another process has it. A channel that is heard of for the first time begins with what comes
 * from now on: nobody wants to be told of last year.
 */
export async function lockChannel(db: Queryable, channel: string): Promise<boolean> {
  const text = 'select 1 from notice_channel where channel = $1 for update skip locked';
  if ((await db.query(text, [channel])).rows.length > 0) return true;
  await db.query(
    `insert into notice_channel (channel, taken_up_to) select $1, coalesce(max(id), 0) from notice on conflict do nothing`,
    [channel],
  );
  return (await db.query(text, [channel])).rows.length > 0;
}

export async function readUndelivered(db: Queryable, channel: string, limit: number): Promise<OutgoingNotice[]> {
  const { rows } = await db.query<OutgoingNotice>(
    `select notice.id, notice.staff_id as "staffId", notice.kind, ticket.number as "ticketNumber"
     from notice join ticket on ticket.id = notice.ticket_id
     where notice.id > (select taken_up_to from notice_channel where channel = $1)
       and not exists (select from notice_delivery d where d.channel = $1 and d.notice_id = notice.id)
     order by notice.id limit $2`,
    [channel, limit],
  );
  return rows;
}

export async function recordDelivered(
  db: Queryable,
  channel: string,
  ids: readonly number[],
  now: number,
): Promise<void> {
  await db.query('insert into notice_delivery (channel, notice_id, at) select $1, unnest($2::bigint[]), $3', [
    channel,
    ids,
    new Date(now),
  ]);
}

/** Forgets single deliveries from before `settled`: nothing older can turn up any more, so one number stands for them all. */
export async function advanceChannel(db: Queryable, channel: string, settled: number): Promise<void> {
  await db.query(
    `with done as (delete from notice_delivery where channel = $1 and at < $2 returning notice_id)
     update notice_channel set taken_up_to = greatest(taken_up_to, (select max(notice_id) from done))
     where channel = $1 and exists (select from done)`,
    [channel, new Date(settled)],
  );
}

export const inboxChannel = 'inbox_news';

/** Says to all processes that there is something in the inbox of these people; they are at most a batch, which fits into one NOTIFY. */
export async function announceInbox(db: Queryable, staffIds: readonly number[]): Promise<void> {
  await db.query('select pg_notify($1, $2)', [inboxChannel, JSON.stringify(staffIds)]);
}
