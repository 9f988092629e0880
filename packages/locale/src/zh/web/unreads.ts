import type { unreads as english } from '../../en/web/unreads'
import type { Translated } from '../../translated'

export const unreads: Translated<typeof english> = {
  'web.unreads.title': '全部未读',
  'web.unreads.places': ({ count }) => (count === 0 ? '没有未读消息' : `${count} 个会话有未读消息`),
  'web.unreads.count': ({ count }) => `${count} 条未读`,
  'web.unreads.threadIn': '“{channel}”中的话题',
  'web.unreads.earlier': ({ count }) => `还有 ${count} 条更早的未读消息`,
  'web.unreads.markRead': '标为已读',
  'web.unreads.markAllRead': '全部标为已读',
  'web.unreads.marked': ({ count }) => `已将 ${count} 个会话标为已读`,
  'web.unreads.more': '显示更多',
  'web.unreads.keys': 'J / K：下一个、上一个会话；R：标为已读。',
  'web.unreads.empty': '消息都看完了。',
  'web.unreads.emptyHint': '频道和你关注的话题里有新消息时，会汇集到这里。',
  'web.keys.unreads': '全部未读',
}
