import type { IncomingHttpHeaders } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import { type Access, type EndpointScope, ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import type { Sessions } from '../sessions'

export const SESSION_COOKIE = 'parley_session'
/** Goes to the sign-in alone. */
export const DEVICE_COOKIE = 'parley_device'

/**
 * Who a request comes from: `Authorization: Bearer`, or the session cookie. A browser sends the cookie along with
 * requests that other sites start, so a cookie is believed only when the request says that it comes from this site.
 *
 * @throws ParleyError `unauthenticated`, `cross_site_rejected`
 */
export async function requireActor(
  sessions: Sessions,
  headers: IncomingHttpHeaders,
  options: { readonly isChanging: boolean },
): Promise<Actor> {
  const token = bearerToken(headers) ?? cookieToken(headers, options.isChanging)
  const actor = token ? await sessions.find(token) : null
  if (!actor) throw new ParleyError('unauthenticated')
  return actor
}

/** @throws ParleyError `forbidden` when the endpoint is for those who run the workspace, and the actor does not. */
export function requireAccess(actor: Actor, access: Access): void {
  if (access === 'administrator' && !isAdministrator(actor)) {
    throw new ParleyError('forbidden', { action: 'administer' })
  }
}

/** @throws ParleyError `missing_scope` when the token that was shown does not allow it. */
export function requireScope({ scopes }: Actor, scope: EndpointScope): void {
  if (scopes === null || scope === 'open') return
  if (scope === 'session' || !scopes.includes(scope)) throw new ParleyError('missing_scope', { scope })
}

function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' ? token : undefined
}

function cookieToken(headers: IncomingHttpHeaders, isChanging: boolean): string | undefined {
  const token = fastifyCookie.parse(headers.cookie ?? '')[SESSION_COOKIE]
  if (token && isChanging && !isSameSite(headers)) throw new ParleyError('cross_site_rejected')
  return token
}

/** What a browser shows to have signed in here before, unchecked. */
export const deviceCookie = (headers: IncomingHttpHeaders): string | null =>
  fastifyCookie.parse(headers.cookie ?? '')[DEVICE_COOKIE] ?? null

/** Fetch metadata (W3C) where the browser sends it, else the Origin header (RFC 6454) against the host asked. */
export function isSameSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  if (!origin || !host) return false
  return URL.canParse(origin) && new URL(origin).host === host
}
