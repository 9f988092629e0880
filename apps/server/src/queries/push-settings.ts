import type { QueryAnswer } from '@parley/protocol'
import type { Services } from '../services'

export async function readPushSettings({ push }: Services): Promise<QueryAnswer<'push.settings'>> {
  return { publicKey: push.publicKey, mayHaveContent: push.mayHaveContent }
}
