import type { questions as english } from '../../en/web/questions'
import type { Translated } from '../../translated'

export const questions: Translated<typeof english> = {
  'web.questions.tab': '待答问题',
  'web.questions.intro': '有人问过助手，但没答上来或答错了的问题。私下提的问题只计数，不显示内容。',
  'web.questions.chart': '最近 30 天的提问',
  'web.questions.confirmed': '标准答案',
  'web.questions.answered': '引自文档或消息',
  'web.questions.unknown': '未答上',
  'web.questions.day': '{date}：标准答案 {confirmed}，引自文档 {answered}，未答上 {unknown}',
  'web.questions.total': '{asked} 个问题中答上了 {answered} 个',
  'web.questions.hidden': ({ count }) => `另有 ${count} 个私下提的问题`,
  'web.questions.empty': '没有待答的问题。',
  'web.questions.emptyHint': '助手答不上来的问题会列在这里，问得最多的排在最前。',
  'web.questions.asked': ({ count }) => `问过 ${count} 次`,
  'web.questions.people': ({ count }) => `${count} 人`,
  'web.questions.last': '最近一次：{date}',
  'web.questions.awaiting': ({ count }) => `${count} 人在等答案`,
  'web.questions.write': '写答案',
  'web.questions.writeTo': '为“{title}”写答案',
  'web.questions.dismiss': '忽略“{title}”',
  'web.questions.dismissed': '已忽略：{title}',
  'web.questions.told': ({ count }) => `已保存，并通知了 ${count} 人。`,
  'web.questions.more': '还有人这样问：{wordings}',
}
