export { linkTickets } from './link-tickets.ts';
export { incidentChannel } from './live.ts';
export { incidentNumber, openIncident } from './open-incident.ts';
export { incidentForCustomer } from './portal-incident.ts';
export { incidentActions, registerIncidentRoutes } from './routes.ts';
export { closeIncident, updateIncident } from './say.ts';
export { countSetAside } from './store-telling.ts';
export { startTellingWorker } from './telling-worker.ts';
export { workTellings } from './work-tellings.ts';
