import { ParleyError, type SourceSecret } from '@parley/protocol'
import { isPublicAddress } from '../../outbound/public-address'

/**
 * How git is told a password or token: in its environment, where no list of processes shows it, and for this server alone.
 *
 * @throws ParleyError where it would cross the internet readable by anybody
 */
export function secretEnvironment(
  { protocol, origin }: URL,
  chosen: string,
  secret: SourceSecret | null,
): Readonly<Record<string, string>> {
  if (!secret) return {}
  if (protocol !== 'https:' && isPublicAddress(chosen)) throw new ParleyError('source_secret_unsafe')
  const basic = Buffer.from(`${secret.username}:${secret.password}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  }
}
