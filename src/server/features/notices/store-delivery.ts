import type { OutgoingNotice } from '../../channels/notice/channel.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of the outbox: which notices a channel has taken. */

/**
 * Claims the channel until then (epoch ms) and gives the number of the claim; null while another process has it. A channel that is heard of for
 * the first time begins with what comes from now on: nobody wants to be told of last year.
 */
export async function claimChannel(
  db: Queryable,
  channel: string,
  { now, until }: { now: number; until: number },
): Promise<number | null> {
  await db.query(
    `insert into notice_channel (channel, taken_up_to) select $1, coalesce(max(id), 0) from notice
     where not exists (select from notice_channel where channel = $1) on conflict do nothing`,
    [channel],
  );
  const { rows } = await db.query<{ claim: number }>(
    `update notice_channel set claim = claim + 1, claimed_until = $3
     where channel = $1 and (claimed_until is null or claimed_until <= $2) returning claim`,
    [channel, new Date(now), new Date(until)],
  );
  return rows[0]?.claim ?? null;
}

/** Nothing happens when it has run out and somebody else has it now. */
export async function releaseChannel(db: Queryable, channel: string, claim: number): Promise<void> {
  await db.query('update notice_channel set claimed_until = null where channel = $1 and claim = $2', [channel, claim]);
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
  await db.query(
    'insert into notice_delivery (channel, notice_id, at) select $1, unnest($2::bigint[]), $3 on conflict do nothing',
    [channel, ids, new Date(now)],
  );
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
