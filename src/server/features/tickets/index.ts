export { actOnTicket, checkSeen, keep, loadForActor, tellOf, writeOf } from './act-on-ticket.ts';
export { receiveFiles, registerAttachmentRoutes, sendAttachment } from './attachment-routes.ts';
export { startClockWorker } from './clock-worker.ts';
export { describeOldTickets } from './describe-old-tickets.ts';
export { Descriptions } from './descriptions.ts';
export { type Difference, differencesOf } from './differences.ts';
export { contextOf, type Engine } from './engine.ts';
export { escalationReasons } from './escalation-reasons.ts';
export { explanationOf } from './explain-clock.ts';
export { readFacts, type StoredFacts } from './facts.ts';
export { countQueue, latestOfCustomer, listTickets, rowsOf } from './list-tickets.ts';
export { LiveHub, type TicketChange, ticketChannel } from './live.ts';
export { LiveAudience, registerLiveRoute } from './live-route.ts';
export { type MigrationOrder, migrateTickets, previewMigration, type TicketMigration } from './migrate-playbook.ts';
export { createSequence, numberPlan, quotedSequence } from './number.ts';
export { previewRegistration } from './preview-registration.ts';
export { openRebuild, type RebuildSummary, rebuildTickets, type TicketFinding } from './rebuild.ts';
export { refillSearch } from './refill-search.ts';
export { registerTicket } from './register-ticket.ts';
export { createRegistrar } from './registrar.ts';
export { reviseCalendar } from './revise-calendar.ts';
export { type CaseActions, type IncidentActions, registerTicketRoutes } from './routes.ts';
export { countFaults } from './store-clocks.ts';
export { readEvents, toEvent } from './store-events.ts';
export { findKeys } from './store-keys.ts';
export {
  type CustomerRow,
  type LoadedTicket,
  loadRows,
  loadTicketByNumber,
  loadTickets,
  withoutText,
} from './store-load.ts';
export { countRunning } from './store-migration.ts';
export { addScope, Conditions } from './store-queue.ts';
export { type TicketWrite, updateTickets } from './store-write.ts';
export { type BrokenChain, type VerifySummary, verifyChain } from './verify-chain.ts';
export { ticketRow } from './view.ts';
export { workDueClocks } from './work-clocks.ts';
