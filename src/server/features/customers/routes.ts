import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { CustomerDeps } from './access.ts';
import { changeCustomer } from './change-customer.ts';
import { eraseCustomer } from './erase-customer.ts';
import { findCustomers, readCustomer } from './read-customer.ts';
import { revealCustomer } from './reveal-customer.ts';

export function registerCustomerRoutes(app: App, deps: CustomerDeps): void {
  const guarded = { onRequest: requireActor };

  addEndpoint(
    app,
    'findCustomers',
    async ({ query, request }) => ({ items: await findCustomers(deps, memberOf(request), query.contact) }),
    guarded,
  );
  addEndpoint(app, 'getCustomer', ({ params, request }) => readCustomer(deps, memberOf(request), params.id), guarded);
  addEndpoint(
    app,
    'changeCustomer',
    ({ params, body, request }) => changeCustomer(deps, memberOf(request), params.id, body),
    guarded,
  );
  addEndpoint(
    app,
    'revealCustomer',
    ({ params, body, request }) => revealCustomer(deps, memberOf(request), params.id, body.reason),
    guarded,
  );
  addEndpoint(
    app,
    'eraseCustomer',
    async ({ params, body, request }) => {
      await eraseCustomer(deps, memberOf(request), params.id, body.reason);
      return null;
    },
    guarded,
  );
}
