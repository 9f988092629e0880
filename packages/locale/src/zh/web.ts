import type { web as english } from '../en/web'
import type { Translated } from '../translated'

export const web: Translated<typeof english> = {
  'web.connection.connecting': '正在连接…',
  'web.connection.offline': '网络已断开，发送的内容会保留，恢复后自动发出。',
  'web.connection.signedOut': '登录已失效，请重新登录。',
  'web.message.sending': '发送中…',
  'web.message.failed': '发送失败',
  'web.message.retry': '重试',
  'web.message.discard': '放弃',
  'web.channel.unread': ({ count }) => `${count} 条未读`,
}
