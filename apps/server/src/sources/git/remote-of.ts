import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ParleyError, type SourceSecret } from '@parley/protocol'
import { createAddressFilter } from '../../outbound/public-address'
import { allowedDirectory } from '../allowed-directory'
import type { SourceLimits } from '../found-item'
import { secretEnvironment } from './git-secret'

/** A repository that may be read, and how git is to reach it. */
export interface Remote {
  readonly address: string
  readonly configuration: readonly string[]
  /** What no list of processes may show. */
  readonly environment: Readonly<Record<string, string>>
}

/**
 * Judges where a repository lies. A name is resolved here and git is given the address, so that it cannot mean another
 * one a moment later.
 *
 * @throws ParleyError
 */
export async function remoteOf(
  address: string,
  { directories, hosts }: SourceLimits,
  secret: SourceSecret | null,
): Promise<Remote> {
  const url = new URL(address)
  if (url.protocol === 'file:') {
    const directory = await allowedDirectory(fileURLToPath(url), directories)
    return { address: pathToFileURL(directory).href, configuration: [], environment: {} }
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isAllowed = createAddressFilter(hosts)
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(unreachable)
  const chosen = found.find((one) => isAllowed(host, one.address))
  if (!chosen) throw new ParleyError('source_address_forbidden')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const target = isIP(chosen.address) === 6 ? `[${chosen.address}]` : chosen.address
  return {
    address: url.href,
    configuration: isIP(host) ? [] : [`http.curloptResolve=${host}:${port}:${target}`],
    environment: secretEnvironment(url, chosen.address, secret),
  }
}

function unreachable(error: NodeJS.ErrnoException): never {
  throw new ParleyError('source_unreachable', { reason: error.code ?? 'unknown' }, { cause: error })
}
