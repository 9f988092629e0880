import type { labels as english } from '../../en/web/labels'
import type { Translated } from '../../translated'

export const labels: Translated<typeof english> = {
  'web.labels.title': '理解得对吗？',
  'web.labels.hint': '你的标注立即对所有人生效，优先于模型的判断。',
  'web.labels.open': '指出正确的理解',
  'web.labels.kind': '关于哪一方面？',
  'web.labels.value': '正确的是',
  'web.labels.choose': '请选择',
  'web.labels.none': '以上都不是',
  'web.labels.save': '保存',
  'web.labels.saved': '已标注：{label}',
  'web.labels.given': '{kind}：{value}',
  'web.labels.by': '{name}，{time}',
  'web.labels.takeBack': '撤销标注',
  'web.labels.takenBack': '已撤销标注：{label}',
  'web.labels.byPerson': '由成员标注：{intent}。',
  'web.labels.byPersonNone': '由成员标注：不属于任何意图。',
  'web.labels.modelSays': '模型的判断列在下面，供对照。',
  'web.labels.intent': '意图',
  'web.labels.act': '言语行为',
  'web.labels.sentiment': '情感倾向',
  'web.labels.emotion': '情绪',
  'web.labels.urgency': '紧急程度',
  'web.labels.politeness': '语气',
  'web.tone.neutral': '中性',
  'web.tone.none': '没有情绪',
  'web.tone.normal': '一般',
  'error.intent_name_taken': '已经有名为“{name}”的意图。请换一个名称，或给它添加例句。',
  'error.too_few_examples': '“{intent}”至少需要 {least} 条例句：只有一条无法学习。',
  'error.too_many_examples': '一个工作区最多保存 {limit} 条自己的例句，请先移除一些。',
  'error.example_contradicts':
    '“{text}”已经是其他意图（{intent}）的例句。一句话只能属于一个意图，请先修改或移除原来的。',
  'error.training_file_broken':
    '“{file}”第 {line} 行：“{field}”缺失或无法读取。没有添加任何内容。每行应是一个含 text 和 intent 的 JSON 对象。',
  'error.model_unusable': '这个模型无法读取，或属于另一个编码器。消息仍按原来的方式理解；请重新学习。',
  'error.unknown_label': '“{value}”不在可选范围内，请从列表中选择。',
}
