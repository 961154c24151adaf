import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App, Reply, Request } from './app.ts';
import { sendUnknownRoute } from './error-handler.ts';

/**
 * The built web app. Files with a hash in their name never change; the two pages are asked for every time. Any other address
 * that is not the API's is one of the pages' own: `/portal…` and `/status` the customers', the rest the console's.
 */
export async function registerWebFiles(app: App, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    // To the file server this is a folder, which it does not show.
    app.get('/', { schema: { hide: true } }, (request, reply) => sendPage(request, reply, folder));
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return sendUnknownRoute(request, reply);
    return isBuilt ? sendPage(request, reply, folder) : sendNotBuilt(reply);
  });
}

function isPage(request: Request): boolean {
  const path = request.url.split('?')[0] ?? '';
  const isForMachines = /^\/(api|assets)(\/|$)/.test(path) || /\.[a-z0-9]{2,5}$/i.test(path);
  return (request.method === 'GET' || request.method === 'HEAD') && !isForMachines;
}

function sendPage(request: Request, reply: Reply, folder: string): Reply {
  const isPortal = /^\/(portal|status)(\/|\?|$)/.test(request.url) && existsSync(join(folder, 'portal.html'));
  return reply.code(200).sendFile(isPortal ? 'portal.html' : 'index.html');
}

function sendNotBuilt(reply: Reply): Reply {
  const text =
    'Huiyin is running. The web pages are not built yet: npm run build, then start again. The API is described at /api/v1/docs';
  return reply.code(200).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(`${text}\n`);
}
