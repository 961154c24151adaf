export type { GroupChatDeps } from './deps.ts';
export { startPostWorker } from './post-worker.ts';
export { registerGroupChatRoutes } from './routes.ts';
export { countFailedPosts } from './store-posts.ts';
export { workPost } from './work-posts.ts';
