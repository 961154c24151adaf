import { demandRight, mayInOrganisation, type OrganisationRight } from '../../../domain/access/staff-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { App, Reply, Request } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { type Member, memberOf } from '../session/index.ts';
import { type ChangeStaffDeps, changeStaff } from './change-staff.ts';
import { createStaff } from './create-staff.ts';
import { createToken } from './create-token.ts';
import { resetPassword } from './reset-password.ts';
import { revokeToken } from './revoke-token.ts';
import { registerSetUpRoutes, type SetUpRoutesDeps } from './routes-set-up.ts';
import { saveDepartment } from './save-department.ts';
import { findStaff, listDepartments, listStaff, type StaffRow } from './store.ts';
import { listTokens } from './store-tokens.ts';
import { viewDepartment, viewStaff, viewToken } from './view.ts';

export type OrganisationDeps = ChangeStaffDeps & SetUpRoutesDeps;

/** Set-up, staff, departments and tokens. Rights are checked before the body is looked at. */
export function registerOrganisationRoutes(app: App, deps: OrganisationDeps): void {
  registerSetUpRoutes(app, deps);
  registerStaffRoutes(app, deps);
  registerDepartmentRoutes(app, deps);
  registerTokenRoutes(app, deps);
}

function registerStaffRoutes(app: App, deps: OrganisationDeps): void {
  const { pool } = deps;
  const view = (row: StaffRow, reader: Member) =>
    viewStaff(row, mayInOrganisation(reader, 'staff.see-logins') || isSelf(row, reader));
  const readBack = async (id: number, reader: Member) => {
    const row = await findStaff(pool, id);
    if (!row) throw new Refusal('staff.unknown', 'id', { id });
    return view(row, reader);
  };

  addEndpoint(
    app,
    'listStaff',
    async ({ request }) => {
      const reader = memberOf(request);
      return { items: (await listStaff(pool)).map((row) => view(row, reader)) };
    },
    needs('staff.see'),
  );
  addEndpoint(
    app,
    'createStaff',
    async ({ body, request }) => readBack(await createStaff(deps, body), memberOf(request)),
    needs('staff.change'),
  );
  addEndpoint(
    app,
    'changeStaff',
    async ({ params, body, request }) => {
      await changeStaff(deps, params.id, body);
      return readBack(params.id, memberOf(request));
    },
    needs('staff.change'),
  );
  addEndpoint(
    app,
    'resetPassword',
    async ({ params, request }) => ({ password: await resetPassword(deps, params.id, memberOf(request)) }),
    needs('staff.change'),
  );
}

function registerDepartmentRoutes(app: App, deps: OrganisationDeps): void {
  addEndpoint(
    app,
    'listDepartments',
    async () => ({ items: (await listDepartments(deps.pool)).map(viewDepartment) }),
    needs('department.see'),
  );
  addEndpoint(
    app,
    'saveDepartment',
    async ({ body }) => viewDepartment(await saveDepartment(deps, body)),
    needs('department.change'),
  );
}

function registerTokenRoutes(app: App, deps: OrganisationDeps): void {
  addEndpoint(
    app,
    'listTokens',
    async () => ({ items: (await listTokens(deps.pool)).map(viewToken) }),
    needs('token.see'),
  );
  addEndpoint(
    app,
    'createToken',
    async ({ body }) => {
      const { row, token } = await createToken(deps, body);
      return { ...viewToken(row), token };
    },
    needs('token.change'),
  );
  addEndpoint(
    app,
    'revokeToken',
    async ({ params }) => {
      await revokeToken(deps, params.id);
      return null;
    },
    needs('token.change'),
  );
}

function needs(right: OrganisationRight) {
  return {
    onRequest: async (request: Request, _reply: Reply) => demandRight(memberOf(request), right),
  };
}

function isSelf({ id }: StaffRow, reader: Member): boolean {
  return reader.kind === 'staff' && reader.id === id;
}
