import type { jumping as english } from '../../en/web/jumping'
import type { Translated } from '../../translated'

export const jumping: Translated<typeof english> = {
  'web.jump.title': '跳到某一天',
  'web.jump.open': '跳到某一天',
  'web.jump.day': '日期',
  'web.jump.submit': '跳转',
  'web.jump.firstUnread': '第一条未读消息',
  'web.jump.yesterday': '昨天',
  'web.jump.weekAgo': '一周前',
  'web.jump.monthAgo': '一个月前',
  'web.jump.beginning': '对话开头',
  'web.jump.nothing': '这里还没有消息。',
  'web.jump.fromDay': '{day}，跳到其他日期',
  'web.keys.jump': '跳到对话中的某一天',
}
