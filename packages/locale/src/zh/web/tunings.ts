import type { tunings as english } from '../../en/web/tunings'
import type { Translated } from '../../translated'

export const tunings: Translated<typeof english> = {
  'web.tunings.title': '字词与语义',
  'web.tunings.intro':
    '每个文档集检索时看字词和看语义各占多少。系统会从大家对答案的评价、打开过的依据和重复的提问中学习。',
  'web.tunings.share': '字词 {words}，语义 {meaning}',
  'web.tunings.usual': '尚未学习',
  'web.tunings.learnt': '{date} 从 {count} 个问题中学得；要找的内容排在首位的程度：{before} → {after}',
  'web.tunings.replay': '重放日志',
  'web.tunings.replayOf': '重放“{name}”的提问日志',
  'web.tunings.replaying': '正在重放…',
  'web.tunings.take': '改用字词 {words}',
  'web.tunings.undo': '撤销',
  'web.tunings.undoOf': '撤销“{name}”学到的权重',
  'web.tunings.better': '字词占 {words} 会更好：在没有参与选择的问题上，要找的内容排在首位的程度 {before} → {after}。',
  'web.tunings.no-gain': '没有比字词占 {words} 更好的权重，保持不变。',
  'web.tunings.too-few': '问题太少，无法判断，字词仍占 {words}。',
  'web.tunings.counts': ({ count, made }) => `有评价的提问 ${count} 个，由文档自拟的问题 ${made} 个`,
  'web.tunings.changed': '“{text}”的答案会改引《{after}》，原先引《{before}》',
  'web.tunings.verdict.better': '更好',
  'web.tunings.verdict.worse': '更差',
  'web.tunings.verdict.unknown': '无评价',
}
