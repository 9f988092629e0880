import type { summaries as english } from '../../en/web/summaries'
import type { Translated } from '../../translated'

/** 不在的时候大家说了什么。 */
export const summaries: Translated<typeof english> = {
  'web.summary.open': '总结',
  'web.summary.ofChannel': '“{channel}”的总结',
  'web.summary.ofThread': '“{channel}”中话题的总结',
  'web.summary.loading': '正在阅读消息',
  'web.summary.span.unread': ({ count }) => `${count} 条未读消息`,
  'web.summary.span.last': ({ count }) => `最近 ${count} 条消息`,
  'web.summary.span.since': ({ count }) => `${count} 条消息`,
  'web.summary.from': '自 {time} 起',
  'web.summary.cut': '更早的未计入',
  'web.summary.others': ({ count }) => `另外 ${count} 人`,
  'web.summary.points': '主要内容',
  'web.summary.decisions': '决定',
  'web.summary.promises': '谁来做什么',
  'web.summary.openQuestions': '可能还没有答复的问题',
  'web.summary.tasks': '任务',
  'web.summary.nothing': '消息太少，没有可总结的内容。',
  'web.summary.note': '都是消息里的原句，点击可前往那条消息。只有你能看到。',
  'web.summary.copy': '复制总结',
  'web.summary.post': '发到频道',
  'web.summary.postThread': '发到话题',
  'web.commands.summarize.usage': '20 | 昨天以来 | 2小时',
  'web.commands.summarize.help': '总结这里的消息，只有你能看到',
  'web.commands.summarize.noSpan': '“{words}”没有说明多少条（最多 200 条）或从什么时候起，可以写 20、今天、2小时。',
}
