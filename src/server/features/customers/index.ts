export type { CustomerDeps } from './access.ts';
export { finishCustomers } from './finish-restore.ts';
export { forgetErasedCustomers } from './forget-erased.ts';
export { registerCustomerRoutes } from './routes.ts';
export { aadOf, contactHashes, newCustomer, openProfile, type SealedCustomer } from './sealed-customer.ts';
export { logAccess } from './store.ts';
export { briefOf, profileOf } from './view.ts';
