import type { ParleyClient } from '@parley/client'

interface Forgetful {
  forgetAll(): void
}

/** What the page holds for one person goes with their session: the next one to sign in may be somebody else. */
export function forgetWithSession(client: ParleyClient, held: readonly Forgetful[]): void {
  client.subscribe(() => {
    if (client.getState().session === null) for (const it of held) it.forgetAll()
  })
}
