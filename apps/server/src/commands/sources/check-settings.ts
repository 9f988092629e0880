import { fileURLToPath } from 'node:url'
import { ParleyError, type SourceSettings } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { isCallable } from '../../outbound/is-callable'
import { allowedDirectory } from '../../sources/allowed-directory'
import type { SourceLimits } from '../../sources/found-item'

/**
 * What can be told before anything is looked at. The server's own directories are the administrators' to open; addresses
 * are judged again when they are called.
 *
 * @throws ParleyError
 */
export async function checkSettings(actor: Actor, settings: SourceSettings, limits: SourceLimits): Promise<void> {
  if (settings.kind === 'api') return
  if (settings.kind === 'folder') return checkDirectory(actor, settings.directory, limits)
  if (mayHoldSecret(settings)) throw new ParleyError('source_address_with_secret')
  if (settings.address.startsWith('file:')) return checkDirectory(actor, asPath(settings.address), limits)
  if (!isCallable(settings.address, { allowsPrivate: true })) throw new ParleyError('source_address_forbidden')
}

/** Addresses are shown and written into logs. Git knows nothing to ask after `?`, so that only a token can stand there. */
function mayHoldSecret({ kind, address }: Extract<SourceSettings, { address: string }>): boolean {
  const { username, password, search, hash } = new URL(address)
  return username !== '' || password !== '' || (kind === 'git' && (search !== '' || hash !== ''))
}

async function checkDirectory(actor: Actor, directory: string, { directories }: SourceLimits): Promise<void> {
  if (!isAdministrator(actor)) throw new ParleyError('forbidden', { action: 'read_directory' })
  await allowedDirectory(directory, directories)
}

function asPath(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    throw new ParleyError('source_directory_forbidden')
  }
}
