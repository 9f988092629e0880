import type { polls as english } from '../../en/web/polls'
import type { Translated } from '../../translated'

/** 请大家做选择。 */
export const polls: Translated<typeof english> = {
  'web.poll.new': '发起投票',
  'web.poll.question': '问题',
  'web.poll.option': '选项 {number}',
  'web.poll.addOption': '添加选项',
  'web.poll.removeOption': '删除选项 {number}',
  'web.poll.multiple': '可多选',
  'web.poll.multipleHint': '每人可以选择多个选项。',
  'web.poll.anonymous': '匿名投票',
  'web.poll.anonymousHint': '没有人能看到谁选了什么，发起后不能更改。',
  'web.poll.closes': '截止日期（可不填）',
  'web.poll.create': '发布投票',
  'web.poll.one': '单选',
  'web.poll.several': '多选',
  'web.poll.named': '实名',
  'web.poll.secret': '匿名',
  'web.poll.votes': ({ count }) => `${count} 票`,
  'web.poll.closed': '已结束',
  'web.poll.until': '{time} 截止',
  'web.poll.close': '结束投票',
  'web.poll.by': ({ count, names }) => `${count} 票：${names}`,
  'web.poll.more': '另外 {count} 人',
}
