import { ParleyError } from '@parley/protocol'
import type { Services } from '../../services'

/**
 * Whoever gives an address learns at once that it is never called, and not from a log.
 * @throws ParleyError `hook_address_forbidden`
 */
export async function requireCallable({ hooks }: Pick<Services, 'hooks'>, url: string): Promise<void> {
  if (!(await hooks.isCallable(url))) throw new ParleyError('hook_address_forbidden', { field: 'url' })
}
