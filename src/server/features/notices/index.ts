export { deliverBatch, startDelivery } from './deliver-notices.ts';
export { followInbox, noticeChannels } from './notice-channels.ts';
export { registerNoticeRoutes } from './routes.ts';
