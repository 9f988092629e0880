import type { offline as english } from '../../en/web/offline'
import type { Translated } from '../../translated'

export const offline: Translated<typeof english> = {
  'web.offline.kept': '离线：显示的是 {time} 时的内容。你写的消息会保留，恢复连接后自动发出。',
  'web.offline.databaseAway': '数据库暂时不可用，显示的是 {time} 时的内容。你写的消息会在恢复后自动发出。',
  'web.offline.newer': 'Parley 有新版本可用，刷新不会丢失正在写的内容。',
  'web.offline.keep': '在本设备保留消息',
  'web.offline.keepHint': '最近的消息可离线阅读',
}
