import { type Counted, counted } from './counted'

/** All that was not read. */
export const unreads = {
  'web.unreads.title': 'All unreads',
  'web.unreads.places': ({ count }: Counted) =>
    count === 0 ? 'All caught up' : counted(count, 'unread conversation', 'unread conversations'),
  'web.unreads.count': ({ count }: Counted) => counted(count, 'unread message', 'unread messages'),
  'web.unreads.threadIn': 'Thread in {channel}',
  'web.unreads.earlier': ({ count }: Counted) => counted(count, 'earlier unread message', 'earlier unread messages'),
  'web.unreads.markRead': 'Mark as read',
  'web.unreads.markAllRead': 'Mark all as read',
  'web.unreads.marked': ({ count }: Counted) =>
    counted(count, 'conversation marked as read', 'conversations marked as read'),
  'web.unreads.more': 'Show more',
  'web.unreads.keys': 'J and K: next and previous conversation. R: mark as read.',
  'web.unreads.empty': 'You have read everything.',
  'web.unreads.emptyHint': 'New messages in channels and in threads you follow gather here.',
  'web.keys.unreads': 'All unreads',
} as const
