import type { assistant as english } from '../../en/web/assistant'
import type { Translated } from '../../translated'

export const assistant: Translated<typeof english> = {
  'web.assistant.name': '助手',
  'web.assistant.sources': '依据',
  'web.assistant.source': '依据 {number}：{title}',
  'web.assistant.wellSupported': '依据充分',
  'web.assistant.oneSource': '有一处依据',
  'web.assistant.weak': '依据较弱',
  'web.assistant.confirmedBy': '{name} 于 {date} 确认',
  'web.assistant.notKnown': '不清楚',
  'web.assistant.askPerson': '转人工',
  'web.assistant.personAsked': '已请人来回答。',
  'web.assistant.mention': '助手',
  'web.assistant.handOver': '请转人工',
  'web.assistant.handOverAbout': '请转人工：{question}',
  'web.assistant.wasRight': '这个回答对吗？',
  'web.assistant.right': '对',
  'web.assistant.wrong': '不对',
  'web.assistant.thanks': '谢谢反馈。',
  'web.assistant.why': '为什么？',
  'web.assistant.reasons': '为什么这样回复',
  'web.assistant.confidence': '把握 {percent}',
  'web.assistant.noReasons': '这条回复没有记录理由。',

  'web.source.title': '依据',
  'web.source.page': '第 {number} 页',
  'web.source.slide': '第 {number} 张幻灯片',
  'web.source.sheet': '工作表“{name}”',
  'web.source.passage': '引用的段落',
  'web.source.shortened': '这里显示的是引用段落前后的部分。',
  'web.source.whole': '显示整篇文档',

  'web.why.title': '为什么？',
  'web.why.languageZh': '中文',
  'web.why.languageEn': '英文',
}
