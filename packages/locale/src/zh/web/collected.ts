import type { collected as english } from '../../en/web/collected'
import type { Translated } from '../../translated'

export const collected: Translated<typeof english> = {
  'web.collected.open': '查看原消息',
  'web.collected.openOf': '查看原消息：{name}',

  'web.pins.title': '置顶消息',
  'web.pins.empty': '这里还没有置顶消息。',
  'web.pins.emptyHint': '想让频道里的人都能找到的消息，可以在消息菜单里选“置顶到频道”。',

  'web.saved.title': '稍后处理',
  'web.saved.count': ({ count }) => `${count} 条消息`,
  'web.saved.empty': '没有要稍后处理的消息。',
  'web.saved.emptyHint': '在消息菜单里选“稍后处理”，或选中消息后按 S。只有你自己能看到。',
  'web.saved.done': '完成',

  'web.mentions.title': '提到我的',
  'web.mentions.hint': '提到你或 @所有人 的消息',
  'web.mentions.empty': '还没有人提到你。',
  'web.mentions.emptyHint': '有人 @ 你的名字，或者 @所有人 时，消息会出现在这里。',
  'web.mentions.older': '更早的消息',

  'web.history.title': '编辑历史',
  'web.history.now': '现在',
}
