import type { Config } from '../../config.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { strictRateLimit } from '../../http/security.ts';
import { type Auth, clientOf, readMe, refuseForeignPage, setCookies } from '../session/index.ts';
import { type SetUpDeps, setUp } from './set-up.ts';
import { checkSetupKey } from './set-up-key.ts';
import { readOrganisationSetting, readSetup } from './store-settings.ts';

export type SetUpRoutesDeps = SetUpDeps & {
  config: Pick<Config, 'publicUrl' | 'attachmentLimitBytes' | 'attachmentLimitCount'>;
  auth: Auth;
};

/** What strangers may ask before anybody can sign in. */
export function registerSetUpRoutes(app: App, deps: SetUpRoutesDeps): void {
  const { pool, auth, config } = deps;

  addEndpoint(app, 'door', async () => {
    const { doneAt } = await readSetup(pool);
    const organisation = await readOrganisationSetting(pool);
    const { attachmentLimitBytes: bytes, attachmentLimitCount: count } = config;
    return {
      isSetUp: doneAt !== undefined,
      organisation: organisation?.name ?? '',
      attachmentLimits: { bytes, count },
    };
  });

  addEndpoint(
    app,
    'setUp',
    async ({ body, request, reply }) => {
      refuseForeignPage(request, config.publicUrl);
      const id = await setUp(deps, body);
      const signedIn = await auth.signIn(body.login, body.password, clientOf(request));
      setCookies(reply, signedIn?.cookies ?? []);
      return readMe(pool, { kind: 'staff', id });
    },
    { config: strictRateLimit },
  );

  addEndpoint(
    app,
    'checkSetupKey',
    async ({ body, request }) => {
      refuseForeignPage(request, config.publicUrl);
      checkSetupKey(await readSetup(pool), body.key);
      return null;
    },
    { config: strictRateLimit },
  );
}
