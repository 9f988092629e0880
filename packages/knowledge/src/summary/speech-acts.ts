const QUESTION = /[?？][\s"'”’)）]*$|[吗么]\s*[。.]?$/u

const DECISION = [
  /\b(?:we|i)(?:'ve| have)? (?:just )?(?:decided|agreed|settled)\b/i,
  /\b(?:it|that)(?:'s| is) (?:decided|settled|agreed|final)\b/i,
  /\b(?:decision|agreed|decided|conclusion)\s*(?::|is\b)/i,
  /^(?:ok(?:ay)?,? |so,? |then )?let(?:'|’)?s (?:go with|go for|settle on|stick (?:with|to)|do it)\b/i,
  /\bwe(?:'ll| will|'re going to) (?:go with|go for|use|ship|move|postpone|stick|keep|drop)\b/i,
  /(?<![没未个的])(?:决定|商定|敲定)(?:了|：|:|是|用|采用|选|不|把|将|改|在|先|由|从|于|，)/u,
  /就(?:这么|这样)(?:定|办|说定)|(?:那就|就|已经?)(?:定在|定为|定了)|一致(?:同意|通过|决定)|(?:结论|决议|决定)(?:是|为|：|:)/u,
  /^(?:好，?|行，?|那)?(?:那就|就)(?:用|按|选|改成|改为|采用)/u,
]

/** Says that something is not settled. */
export const UNDECIDED =
  /(?:\b(?:not|never|before we|until we|if we)|n['’]t)\b.{0,20}\bdecid|还没|尚未|没有?(?:决定|定)|未定|待定/iu

const THANKS =
  "(?:thanks?|thank you|thx|sorry)(?: (?:so|very) much| a lot)?(?: for [\\p{L}\\s'’]{1,24}|,? [\\p{L}'’]+)?" +
  "|(?:hi|hello|hey|welcome|good (?:morning|evening|night)),? [\\p{L}'’]+" +
  '|(?:谢谢|多谢|大家好|你好|早上好)\\p{Script=Han}{0,3}'
const CONSENT =
  'hi|hello|hey|thanks?|thank you|thx|ok(?:ay)?|sure|great|nice|cool|yes|yeah|yep|no|nope|good|morning|evening|night|welcome' +
  '|sorry|lol|haha|perfect|thing|problem|worries|got it|i see|will do|sounds|everyone|all|team|guys|folks|there|again|too|both'
// No word begins another and is followed by a third that ends it: there is one way to read each sentence.
const HAN_CONSENT =
  '好|行|嗯+(?!嗯)|哈+(?!哈)|谢谢|多谢|感谢|辛苦|收到|明白|知道|早上好|早(?!上好)|晚安|没问题|可以|是|对|的|了|啦|啊|呀|哦|噢|嘞|吧' +
  '|大家|各位|你|您|老师|同学|麻烦'

/** Thanks, greetings and consent alone: they carry a conversation, and say nothing of it. What may follow them is listed: 早上九点开会 greets nobody. */
const SMALL_TALK = new RegExp(
  `^[\\s\\p{Emoji_Presentation}]*(?:${THANKS}|(?:${CONSENT})(?:[\\s,]+(?:${CONSENT})){0,5}|(?:[\\s,，、]*(?:${HAN_CONSENT})){1,8})` +
    '[\\s,，.。!！~～…\\p{Emoji_Presentation}\\p{Emoji_Modifier}]*$',
  'iu',
)

export const isQuestion = (sentence: string): boolean => QUESTION.test(sentence.trim())

/** Says by its words that something was decided. Words of caution win: who decides wrongly for others does harm. */
export const isDecision = (sentence: string): boolean =>
  !isQuestion(sentence) && !UNDECIDED.test(sentence) && DECISION.some((pattern) => pattern.test(sentence))

export const isSmallTalk = (sentence: string): boolean => SMALL_TALK.test(sentence.trim())

/** Whether a sentence begins as answers do. */
export const beginsAnAnswer = (sentence: string): boolean =>
  /^(?:yes|yeah|yep|no|nope|not|sure|i think|because|是的?|不是|对|有|没有|可以|不行|好的?|因为|应该|嗯|已经|还没|都)/iu.test(
    sentence.trim(),
  )
