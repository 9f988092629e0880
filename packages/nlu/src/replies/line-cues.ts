/** What a line does, as far as its surface tells: cheap enough for every pair of lines. */
export interface LineCues {
  readonly isQuestion: boolean
  readonly isThanks: boolean
  /** Yes, no, ok: says nothing without what it answers. */
  readonly isAssent: boolean
  readonly isGreeting: boolean
  /** Begins with a word that hangs on what was said before: and, but, so, 但是. */
  readonly isContinued: boolean
  /** Natural logarithm of one more than its length. */
  readonly size: number
}

const QUESTION =
  /[?？]|(?:吗|呢|么|没有|不行|可不可以|能不能|有没有|是不是|要不要)[。.!！~ ]*$|^(?:@\S+[,，:：\s]+)?(?:who|what|when|where|why|how|which|is|are|do|does|did|can|could|should|would|has|have|any(?:one|body)|谁|哪|什么|怎么|为什么|为啥|多少|几点|请问|有人|有谁)/iu
const THANKS = /\b(?:thanks?|thank you|thx|ty|cheers|much appreciated)\b|谢谢|多谢|感谢|辛苦了/iu
const ASSENT =
  /^(?:@\S+[,，:：\s]+)?(?:yes|yeah|yep|yup|no|nope|nah|ok(?:ay)?|sure|right|exactly|agreed?|correct|true|ah+|oh+|hm+|got it|will do|done|same here|\+1|👍|好的?|可以|行|嗯+|对的?|是的?|不是|没有|没问题|收到|明白|同意|了解|哦+|噢|没有?事|不用|不客气|搞定|没错)(?=$|[\s,，。.!！?？~、:：;；)）])/iu
const GREETING =
  /^(?:hi|hello|hey|hallo|good (?:morning|afternoon|evening)|morning)\b|^(?:大家|各位|同学们|你)?(?:好|早上?好?|下午好|晚上好)(?=$|[\s,，。.!！~])/iu
const CONTINUED =
  /^(?:and|but|so|or|also|because|then|otherwise|though|plus|that|it|which|而且|但是?|不过|所以|因为|然后|另外|还有|或者|那就?|这样|就是|不然|否则)(?=[^a-z]|$)/iu

/** Longer texts are pasted; how they begin and end tells enough. */
const READ = 400

export function lineCues(text: string): LineCues {
  const read = text.length > READ ? `${text.slice(0, READ / 2)} ${text.slice(-READ / 2)}` : text
  const said = read.trim()
  return {
    isQuestion: QUESTION.test(said),
    isThanks: THANKS.test(said),
    isAssent: ASSENT.test(said),
    isGreeting: GREETING.test(said),
    isContinued: CONTINUED.test(said),
    size: Math.log1p(text.length),
  }
}
