import { isQuestion, UNDECIDED } from './speech-acts'

/** Says how something is to be, after talk about it: a decision where others agree. */
const SETTLING = [
  /^(?:right|ok(?:ay)?|good|alright|all right|fine|great|so|then)\b[,.:]? (?:so |then )?(?:we|let['’]s|it['’]?s|it is|the|two|three|no|only)\b/i,
  /\bit is(?: then)?[,.]|\bit is then\b|\bthat settles it\b|\bfrom (?:now|today|next \w+) on\b|\bgoes to\b|\bsettled\b/i,
  /^(?:\p{L}+ ){0,3}first,/iu,
  /^(?:那就|那么就|这样吧|就这样|这样好了)|^(?:好|行|嗯|可以|OK|ok)[，,](?:那|就|先|我们|咱们|还是)/u,
  /以后.{0,12}(?:一律|都|不再|必须|统一)|从(?:今天|现在|明天|下周|下个?月).{0,3}(?:起|开始)|^就(?:先|用|选|定|按|去|放|买)/u,
]

/** Says how something is to be: by itself a proposal as well. */
export const isSettling = (sentence: string): boolean =>
  !isQuestion(sentence) && !UNDECIDED.test(sentence) && SETTLING.some((pattern) => pattern.test(sentence))

/** What agreement consists of, an emoji or a word. */
const AGREEMENT =
  /^[\s\p{Emoji_Presentation}]*(?:👍|👌|✅|💯|\+1|(?:yes|yep|yeah|ok(?:ay)?|sure|fine|agreed|great|nice|perfect|good|works|sounds|deal|done|noted|fair|me too|not me|yay|thanks|right|no objections?)\b|同意|赞成|支持|可以|好|行|没意见|没问题|收到|嗯|必须|记下|辛苦|没异议)/iu

export const isAgreement = (text: string): boolean => AGREEMENT.test(text.trim())
