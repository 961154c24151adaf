export { deliverBatch, startDelivery } from './deliver-notices.ts';
export { registerNoticeRoutes } from './routes.ts';
export { announceInbox, inboxChannel } from './store-delivery.ts';
