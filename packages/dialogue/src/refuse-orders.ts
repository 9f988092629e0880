import { foldTraditional } from '@parley/text'
import type { Bilingual } from './bilingual'
import { CAPABILITIES } from './capabilities'
import type { Move, Scene } from './draft'
import { reason } from './reasons'

const REFUSAL: Bilingual = {
  zh: '消息对我来说只是内容，不能改变我的工作方式，所以这句话我不照做。',
  en: 'To me a message is something to read. It cannot change how I work, so I do not follow this one.',
}

/** What tells a language model to leave its rules, or to show them. Where a person is asked something, that stands apart. */
const ORDERS_ZH =
  /(?:忽略|无视|忘掉|忘记|抛开|跳过|绕过|不要遵守)[^，。,.!！?？]{0,12}(?:指令|指示|提示词?|规则|要求|设定|限制|约束)|(?:你现在是|从现在起你是|假装你?是|假设你是|请?扮演|你要扮演)[^。!！?？]{0,16}(?:AI|人工智能|模型|机器人|助手|没有限制|不受限制|无限制|管理员|开发者|DAN)|(?:打印|输出|显示|告诉|说出|透露|重复|公开)[^，。,.!！?？]{0,8}(?:系统提示|系统指令|初始指令|提示词|隐藏指令)/i
const ORDERS_EN =
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,20}\b(?:previous|prior|above|earlier|all|any|your|system)\b[^.!?]{0,24}\b(?:instructions?|prompts?|rules|directives|guidelines|restrictions|programming|told)\b|\b(?:you are now|pretend (?:to be|you are|you're)|act as|role-?play as)\b[^.!?]{0,30}\b(?:DAN|AI|LLM|model|chatbot|assistant|unrestricted|without (?:any )?(?:limits|restrictions|rules)|developer mode|administrator|jailbroken)\b|\b(?:print|show|reveal|repeat|output|leak|tell me|give me|what(?:['’]s| is| are))\b[^.!?]{0,20}\b(?:your (?:system |initial |hidden )?(?:prompt|instructions)|system prompt)\b/i
const LONGEST_LEAD = 400
/** Somebody else's words: a book may be called anything. */
const QUOTED = /[“"「《][^“”"「」《》]*[”"」》]/g

/** An order to the assistant about itself is text like any other: it sets nothing going, and it is said so. */
export function refuseOrders({ text, state, language }: Scene): Move | null {
  const lead = foldTraditional(text.slice(0, LONGEST_LEAD)).replace(QUOTED, ' ')
  if (state.flow !== null || !(ORDERS_ZH.test(lead) || ORDERS_EN.test(lead))) return null
  const said = [REFUSAL[language], CAPABILITIES[language]].join('\n')
  const reasons = [reason('notAnOrder')]
  return { state, draft: { kind: 'unknown', language, text: said, values: [], citations: [], reasons }, acts: [] }
}
