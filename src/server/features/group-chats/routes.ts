import { demandRight } from '../../../domain/access/staff-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { App, Reply, Request } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { loadForActor } from '../tickets/index.ts';
import type { GroupChatDeps } from './deps.ts';
import { postAgain } from './post-again.ts';
import { saveChat } from './save-chat.ts';
import { readRobot } from './sealed-robot.ts';
import { deleteChat, listChats } from './store-chats.ts';
import { listPosts } from './store-posts.ts';
import { testChat } from './test-chat.ts';
import { viewChat, viewPost } from './view.ts';

/** How long a failed post is counted beside its group chat. */
const countedMs = 30 * 86_400_000;

export function registerGroupChatRoutes(app: App, deps: GroupChatDeps): void {
  registerSettings(app, deps);
  registerPosts(app, deps);
}

/** Robots are set by those who keep the departments. */
function registerSettings(app: App, deps: GroupChatDeps): void {
  const { pool, clock } = deps.engine;
  const admin = {
    onRequest: async (request: Request, _reply: Reply) => demandRight(memberOf(request), 'department.change'),
  };
  const list = async (of: string | null = null) =>
    (await listChats(pool, clock.now() - countedMs, of)).map((chat) =>
      viewChat(chat, readRobot(deps.key, chat.department, chat.secret)),
    );
  addEndpoint(app, 'listGroupChats', async () => ({ items: await list(), hasLinks: deps.publicUrl !== null }), admin);
  addEndpoint(
    app,
    'saveGroupChat',
    async ({ params: { department }, body }) => {
      await saveChat(deps, department, body);
      const [saved] = await list(department);
      if (!saved) throw new Refusal('group-chat.none', 'department');
      return saved;
    },
    admin,
  );
  addEndpoint(
    app,
    'removeGroupChat',
    async ({ params: { department } }) => {
      if (!(await deleteChat(pool, department))) throw new Refusal('group-chat.none', 'department');
      return null;
    },
    admin,
  );
  addEndpoint(app, 'testGroupChat', async ({ params: { department } }) => testChat(deps, department), admin);
}

function registerPosts(app: App, deps: GroupChatDeps): void {
  const { engine } = deps;
  const guarded = { onRequest: requireActor };
  const read = async (actor: Actor, id: number) => {
    await loadForActor(engine, actor, id);
    return { items: (await listPosts(engine.pool, id)).map(viewPost) };
  };
  addEndpoint(app, 'listGroupChatPosts', async ({ params, request }) => read(memberOf(request), params.id), guarded);
  addEndpoint(
    app,
    'postAgain',
    async ({ params: { id, seq }, request }) => {
      await postAgain(deps, memberOf(request), id, seq);
      return read(memberOf(request), id);
    },
    guarded,
  );
}
