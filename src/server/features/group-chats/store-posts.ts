import type { GroupChatPost } from '../../../contract/group-chat.ts';
import type { ChatProblem } from '../../../domain/group-chat/problems.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of the outbox: hand-offs that are to be posted. They are put there by the statement that writes the hand-off. */
export type DuePost = {
  ticketId: number;
  seq: number;
  department: string;
  at: number;
  tries: number;
  /** What the try before ended with; null where this is the first, or where that one was never heard of again. */
  problem: ChatProblem | null;
  answer: string | null;
};

/**
 * Takes the one that is due first, until then (epoch ms); null when none is, or others are at them. It counts as a try from here on, of which
 * nothing is known yet: whoever dies at it has tried. Of those that wait for one robot it is the one that was tried most, so that its pauses grow.
 */
export async function claimPost(
  db: Queryable,
  { now, until }: { now: number; until: number },
): Promise<DuePost | null> {
  const { rows } = await db.query<DuePost>({
    name: 'group-chat-claim',
    text: `update group_chat_post p set claimed_until = $2, tries = p.tries + 1, problem = null, answer = null
      from (select ticket_id, event_seq, problem, answer from group_chat_post p
        where status = 'waiting' and next_at <= $1 and (claimed_until is null or claimed_until <= $1)
        order by next_at, p.tries desc, p.at limit 1 for update skip locked) due
      where p.ticket_id = due.ticket_id and p.event_seq = due.event_seq
      returning p.ticket_id as "ticketId", p.event_seq as seq, p.department, p.at, p.tries, due.problem, due.answer`,
    values: [new Date(now), new Date(until)],
  });
  return rows[0] ?? null;
}

type Outcome = { problem: ChatProblem | null; answer: string };

/** Nothing happens when somebody else has it by now, or it was settled. */
const ifStillMine = `where ticket_id = $1 and event_seq = $2 and tries = $3 and status = 'waiting'`;

/** Whoever handed it off hears of it, once, when it failed: nobody else looks for a post that is not there. @returns whom it was told */
export async function settlePost(
  db: Queryable,
  { ticketId, seq, tries }: DuePost,
  status: 'posted' | 'failed' | 'dropped',
  { problem, answer }: Outcome,
  now: number,
): Promise<number[]> {
  const { rows } = await db.query<{ staffId: number }>(
    `with settled as (
       update group_chat_post set status = $4, settled_at = $5, problem = $6, answer = $7, claimed_until = null ${ifStillMine}
       returning ticket_id, event_seq)
     insert into notice (staff_id, ticket_id, event_seq, kind, at)
     select event.actor_id, event.ticket_id, event.seq, 'post-failed', $5 from settled
       join event on event.ticket_id = settled.ticket_id and event.seq = settled.event_seq
       join staff on staff.id = event.actor_id and event.actor_kind = 'staff' and staff.is_active
     where $4 = 'failed' on conflict do nothing returning staff_id as "staffId"`,
    [ticketId, seq, tries, status, new Date(now), problem, answer],
  );
  return rows.map(({ staffId }) => staffId);
}

export async function postponePost(
  db: Queryable,
  { ticketId, seq, tries }: DuePost,
  { problem, answer }: Outcome,
  nextAt: number,
): Promise<void> {
  await db.query(
    `update group_chat_post set next_at = $4, problem = $5, answer = $6, claimed_until = null ${ifStillMine}`,
    [ticketId, seq, tries, new Date(nextAt), problem, answer],
  );
}

/** A robot that cannot now is left in peace for a while, with all of its tickets. */
export async function postponeDepartment(db: Queryable, department: string, nextAt: number): Promise<void> {
  await db.query(
    `update group_chat_post set next_at = $2
     where department = $1 and status = 'waiting' and next_at < $2 and claimed_until is null`,
    [department, new Date(nextAt)],
  );
}

/** Whatever kept them waiting may be mended. */
export async function hastenDepartment(db: Queryable, department: string, now: number): Promise<void> {
  await db.query(
    `update group_chat_post set next_at = $2 where department = $1 and status = 'waiting' and next_at > $2`,
    [department, new Date(now)],
  );
}

export type PostRow = {
  seq: number;
  department: string;
  isCurrent: boolean;
  at: number;
  status: GroupChatPost['status'];
  tries: number;
  nextAt: number;
  settledAt: number | null;
  problem: ChatProblem | null;
  answer: string | null;
};

export async function listPosts(db: Queryable, ticketId: number): Promise<PostRow[]> {
  const { rows } = await db.query<PostRow>(
    `select event_seq as seq, department, event.at, status, tries, next_at as "nextAt", settled_at as "settledAt", problem, answer,
       not exists (select from event later
         where later.ticket_id = $1 and later.seq > event_seq and later.type = 'handoff.made') as "isCurrent"
     from group_chat_post p join event on event.ticket_id = p.ticket_id and event.seq = event_seq
     where p.ticket_id = $1 order by event_seq desc limit 100`,
    [ticketId],
  );
  return rows;
}

/** Begins from the start, as if it had just been handed off. False when it had not failed. */
export async function takeUpAgain(db: Queryable, ticketId: number, seq: number, now: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update group_chat_post set status = 'waiting', at = $3, next_at = $3, tries = 0, settled_at = null, problem = null, answer = null
     where ticket_id = $1 and event_seq = $2 and status = 'failed'`,
    [ticketId, seq, new Date(now)],
  );
  return rowCount === 1;
}

/** For the metrics. */
export async function countFailedPosts(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from group_chat_post where status = 'failed'`,
  );
  return rows[0]?.count ?? 0;
}
