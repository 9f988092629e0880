import type { AreaTexts } from '../page-texts'

/** Why a reply was given or a task was made: it comes with the first that somebody asks “why?” about. */
export const reasonTexts: AreaTexts['reasons'] = {
  'reason.intent': '识别为“{what}”，把握 {percent}%',
  'reason.wording': '这句话的说法符合“{what}”',
  'reason.openFlow': '“{what}”正在进行中',
  'reason.resumed': '“{what}”先前被放在一边，现在接着做',
  'reason.taskFound': '这句话里有一件交代的事，把握 {percent}%',
  'reason.correctsTask': '这句话更正刚才的任务',
  'reason.notAnOrder': '消息是内容，不是给助手的指令',
  'reason.confirmed': '{name} 已确认“{what}”的答案，与这句话是同一问题的把握 {percent}%',
  'reason.source': '依据《{title}》，把握 {percent}%',
  'reason.said': '依据{who}的消息，把握 {percent}%',
  'reason.graph': '依据图谱里的 {count} 条关系，把握 {percent}%',
  'reason.oneEdge': '依据图谱里的一条关系，把握 {percent}%',
  'reason.followUp': '理解为：{what}',
  'reason.askedForPerson': '你想和人沟通',
  'reason.acceptedOffer': '你同意转给管理员',
  'reason.soundsUrgent': '听起来很急',
  'reason.noSource': '知识库里没有足够可靠的依据',
  'reason.notUnderstood': '没有识别出已知的意图',
  'reason.faultEmpty': '原回复是空的',
  'reason.faultWrongLanguage': '原回复的语言与提问不一致',
  'reason.faultUnfilledPlaceholder': '原回复有没填上的内容',
  'reason.faultUngrounded': '原回复有一句话找不到依据',
  'reason.faultSecret': '原回复含有疑似密钥的内容',
  'reason.passedOn': '{name}写给助手：{words}',
}
