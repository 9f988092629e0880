import type { Services } from '../../services'

/** Ends what somebody has open, at once: sessions, and the sockets that stand on them. */
export async function endAccess({ sessions, sockets }: Pick<Services, 'sessions' | 'sockets'>, userId: string) {
  await sessions.endAllOf(userId)
  sockets.closeWhere((other) => other.userId === userId, 'account_closed')
}

/** While somebody is suspended: sessions end, tokens only rest, for they work again when that is over. */
export async function pauseAccess({ sessions, sockets }: Pick<Services, 'sessions' | 'sockets'>, userId: string) {
  await sessions.endSessionsOf(userId)
  sockets.closeWhere((other) => other.userId === userId, 'account_suspended')
}
