import type { ClientState } from '@parley/client'
import { type ChannelId, type Event, isImported, isQuiet, type Message, notificationReason } from '@parley/protocol'
import { readNoticeSettings } from './notice-settings'

const FRESH_MS = 60_000
const TOLD_KEY = 'parley.told'

/** What a notification carries for whoever clicks or closes it. */
export interface NoticeData {
  readonly path: string
  readonly channelId: string
  readonly messageNumber: number
  /** By it the service worker, which may be told of the message too, knows that it is shown. */
  readonly seq: number
}

export interface Notice extends NoticeData {
  readonly title: string
  readonly body: string
}

/** Messages among events that this person is to be told of now. What arrives late, after an absence, is no news. */
export function messagesToTell(events: readonly Event[], session: ClientState, now: Date): readonly Message[] {
  if (isQuiet(session.me, now)) return []
  return events.flatMap((event) =>
    event.type === 'message-created' && isTold(event.message, session, now) ? [event.message] : [],
  )
}

function isTold(message: Message, { me, channels, threads }: ClientState, now: Date): boolean {
  const view = channels.get(message.channelId)
  if (!view || isImported(message) || now.getTime() - Date.parse(message.createdAt) > FRESH_MS) return false
  const reason = notificationReason(message, {
    userId: me.id,
    isDirect: view.channel.kind === 'direct',
    level: view.notificationLevel,
    isMuted: view.isMuted,
    isFollowingThread: message.threadId !== null && threads.get(message.threadId)?.isFollowing === true,
  })
  return reason !== null
}

/** Shows a message once, however many tabs are open and whether it was pushed; a channel's newest takes the place of the one before. */
export async function showNotice(notice: Notice, storage: Storage): Promise<void> {
  const registration = await navigator.serviceWorker.ready
  await navigator.locks.request(TOLD_KEY, async () => {
    const told: Record<string, number> = JSON.parse(storage.getItem(TOLD_KEY) ?? '{}')
    if (notice.seq <= (told[notice.channelId] ?? 0)) return
    storage.setItem(TOLD_KEY, JSON.stringify({ ...told, [notice.channelId]: notice.seq }))
    const shown = await registration.getNotifications({ tag: notice.channelId })
    if (shown.some(({ data }) => (data as Partial<NoticeData> | null)?.seq === notice.seq)) return
    await registration.showNotification(notice.title, noticeOptions(notice, storage))
  })
}

export function noticeOptions(notice: Pick<Notice, 'body' | keyof NoticeData>, storage: Storage): NotificationOptions {
  const { body, path, channelId, messageNumber, seq } = notice
  const data: NoticeData = { path, channelId, messageNumber, seq }
  const silent = !readNoticeSettings(storage).hasSound
  // Not in TypeScript's list: a channel's next message is heard again.
  const renotify = { renotify: true }
  return { body, tag: channelId, icon: '/icons/icon-192.png', badge: '/icons/badge-96.png', silent, data, ...renotify }
}

/** Takes away what was read meanwhile, here or elsewhere. */
export async function closeRead({ channels }: ClientState): Promise<void> {
  const registration = await navigator.serviceWorker.ready
  for (const notification of await registration.getNotifications()) {
    const { channelId, messageNumber } = (notification.data ?? {}) as Partial<NoticeData>
    const view = channels.get(channelId as ChannelId)
    if (view && messageNumber !== undefined && messageNumber <= view.readNumber) notification.close()
  }
}
