import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that rides on the session cookie comes from our own pages. Browsers say so in `Sec-Fetch-Site`
 * (over https and on localhost) and in `Origin`; a request that says neither did not come from a page.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isOwnPage(request: FastifyRequest, publicUrl: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && isOwnOrigin(origin, request, publicUrl);
}

/** For doors that need no cookie (sign-in): programs send no origin, foreign pages always do. */
export function isForeignPage(request: FastifyRequest, publicUrl: string | null): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  return (origin !== undefined || site !== undefined) && !isOwnPage(request, publicUrl);
}

function isOwnOrigin(origin: string, request: FastifyRequest, publicUrl: string | null): boolean {
  const given = URL.parse(origin);
  if (given === null) return false;
  return given.host === request.host || given.origin === URL.parse(publicUrl ?? '')?.origin;
}
