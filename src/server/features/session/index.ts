export { type Member, memberOf, registerActor, requireActor, staffOf } from './actor-of.ts';
export { type Auth, addressOfLogin, createAuth } from './auth.ts';
export { createIdentities, type Identities, nameOf } from './identities.ts';
export { clientOf, refuseForeignPage, registerSessionRoutes, setCookies } from './routes.ts';
export { announceChange, deleteSessions, insertAccount, updatePassword } from './store.ts';
export { setMustChange } from './store-account.ts';
export { hashSecret, newToken } from './token-format.ts';
export { readMe } from './view.ts';
