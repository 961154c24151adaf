export { aadOf, contactHashes, newCustomer, openProfile, type SealedCustomer, sealProfile } from './sealed-customer.ts';
