import { foldTraditional } from '@parley/text'

const QUESTION_MARK = /[?？]\s*$/
const ZH_ASKING =
  /多少|几[天个点号次年月周小时岁本元块台间位名种楼]|(?:星期|周|礼拜)几|什么|哪[里儿些个天位种]?|怎么|怎样|如何|为什么|为何|是否|能否|可否|谁|何时|多久|多长|多大|有没有|是不是|能不能|可不可以|[吗呢]\s*[?？。]?$/
/** After these a question goes on with whoever does it: "Have fun", "Will do", "Do not deploy" and "Should be fine" ask nothing. */
const EN_AUXILIARY =
  '(?:is|are|was|were|does|did|can|could|may|must|should|shall|will|would|has|am)(?! (?:not|be|been|do|done|have|go|gone|also|already|never|get|see)\\b)' +
  '|do(?! (?:not|it|that|so|your best|my best)\\b)' +
  '|have(?= (?:i|you|we|they|the|these|those|all|any|both|some|our|your|my|their|people|\\p{L}+s (?:been|had|got|made|said|gone|seen|done|sent|paid|\\p{L}+ed))\\b)'
/** "When I get home, I will look" and "Which means we wait" tell something. */
const EN_TELLING = 'when (?:i|we|you|he|she|they)\\b[^,]*,|which (?:means|makes|is (?:why|fine|good|great))\\b'
const EN_ASKING = new RegExp(
  `^(?:(?:and|so|but|ok|okay|hi|hello|hey|please|sorry)[ ,]+)*(?!${EN_TELLING})(?:who|whom|whose|what|what's|when|where|which|why|how|${EN_AUXILIARY})\\b`,
  'iu',
)
const ZH_INFORMATION =
  /多少|几[天个点号次年月周小时岁元块楼]|(?:星期|周|礼拜)几|什么|哪[里儿些个位种]|怎么|怎样|如何|为什么|为何|是否|谁|何时|多久|多长|有没有|是不是/
const EN_INFORMATION = /\b(?:who|whom|whose|what|what's|when|where|which|why|how)\b/i
const EN_OFFERING = /\b(?:how about|what about)\b/i

/** Whether the message asks something, in form. */
export function isQuestion(text: string): boolean {
  return QUESTION_MARK.test(text) || ZH_ASKING.test(foldTraditional(text)) || EN_ASKING.test(text.trim())
}

/** Asks to be told something ("how do I book a room?"), rather than asking for a deed ("can you book a room?"). */
export function isInformationQuestion(text: string): boolean {
  if (!isQuestion(text)) return false
  return ZH_INFORMATION.test(foldTraditional(text)) || (EN_INFORMATION.test(text) && !EN_OFFERING.test(text))
}

const FACTS =
  /^(?:who|whose|when|where|what (?:time|day|date)|how (?:many|much|long|far|old|big))\b|(?:在哪|哪里|哪儿|哪天|哪个|谁|几[点号天个楼]|多少|多久|何时|什么时候|什么地方)/i
/** 怎么订会议室 and "where do I ask for access?" ask for the way to a deed. */
const WAYS =
  /\b(?:how (?:do|can|could|should|to|would)|(?:do|can|could|should|may) (?:i|we|you|one))\b|怎么|怎样|如何|我(?:可以|能|要|想)|可以(?:申请|预订|订|报销|领)/i

/** Asks for a place, a person, a time, an amount: whoever asks so wants to know something, and asks for no deed at all. */
export const asksForFact = (text: string): boolean =>
  isInformationQuestion(text) && FACTS.test(text.trim()) && !WAYS.test(text)

/** The asker wants something for themselves, asks to be helped, or names what flows are for. */
const DEEDS =
  /\b(?:(?:can|could|will|would) you|(?:can|could|may|might) (?:i|we|somebody|someone) (?:please )?(?:get|have|order|book|borrow|take|reserve|change|cancel|move|buy)|i(?:['’]d| would)? (?:like|love|need|want)|we(?:['’]d| would)? (?:like|need|want)|(?:is|are) there (?:any |a |some )?(?:\w+ )?rooms?|please|possible|how about|what about)\b|帮|给我|我要|我想|我们要|我们想|想要|需要|申请|预[订定约]|订|借|报销|请[一两半几\d]*个?[天小]?假|买|换|麻烦|提醒|会议室|能不能|可不可以|可否|行不行/i

/** Whether a question may be a polite form of asking for a deed. */
export const asksForDeed = (text: string): boolean => DEEDS.test(foldTraditional(text))
