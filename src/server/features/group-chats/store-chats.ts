import type { ChatProduct } from '../../../domain/group-chat/products.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of the group chats of departments. */
export type ChatRow = {
  department: string;
  product: ChatProduct;
  language: 'zh' | 'en';
  isOn: boolean;
  secret: Buffer;
  changedAt: number;
};
export type ListedChat = ChatRow & { failed: number; lastPostedAt: number | null };

const columns = `department, product, language, is_on as "isOn", secret, changed_at as "changedAt"`;

/** All, or the one of a department. @param since from when on failed posts are counted */
export async function listChats(db: Queryable, since: number, department: string | null = null): Promise<ListedChat[]> {
  const { rows } = await db.query<ListedChat>(
    `select ${columns},
       (select count(*)::int from group_chat_post p
        where p.department = group_chat.department and p.status = 'failed' and p.settled_at >= $1) as failed,
       (select max(settled_at) from group_chat_post p
        where p.department = group_chat.department and p.status = 'posted') as "lastPostedAt"
     from group_chat where $2::text is null or department = $2 order by department`,
    [new Date(since), department],
  );
  return rows;
}

export async function findChat(db: Queryable, department: string): Promise<ChatRow | null> {
  const { rows } = await db.query<ChatRow>(`select ${columns} from group_chat where department = $1`, [department]);
  return rows[0] ?? null;
}

export async function hasDepartment(db: Queryable, code: string): Promise<boolean> {
  return (await db.query('select from department where code = $1', [code])).rows.length > 0;
}

export async function upsertChat(db: Queryable, chat: ChatRow): Promise<void> {
  const { department, product, language, isOn, secret, changedAt } = chat;
  await db.query(
    `insert into group_chat (department, product, language, is_on, secret, changed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (department) do update set product = excluded.product, language = excluded.language,
       is_on = excluded.is_on, secret = excluded.secret, changed_at = excluded.changed_at`,
    [department, product, language, isOn, secret, new Date(changedAt)],
  );
}

export async function deleteChat(db: Queryable, department: string): Promise<boolean> {
  return (await db.query('delete from group_chat where department = $1', [department])).rowCount === 1;
}

/** What group chats know a person by; null where it was not said. */
export async function chatIdOf(db: Queryable, staffId: number): Promise<string | null> {
  const text = `select chat_id as "chatId" from staff where id = $1`;
  return (await db.query<{ chatId: string | null }>(text, [staffId])).rows[0]?.chatId ?? null;
}
