import type { RequestRule } from './request-rule'
import { PERSON as P } from './skeleton'
import { ENGLISH_VERB } from './work-verbs'

const WHO = `@?(?<who>${P})`
const TASK = '(?:task|to-?do|ticket|action item|issue|card|work item)'
const PLEASE = '(?:please|pls|plz|kindly)'
const MAY = "(?:can|could|would|will|won't)"
const YOU_MAY = `(?:${MAY} you(?: be able to| mind| kindly| possibly)?|would you mind|(?:i|we) (?:need|want) you to|(?:i|we)'d like you to|you need to|you should|you(?:['’]ll| will)|you must|make sure (?:to|you)|don't forget to|remember to|be sure to|it's on you to|your job is to)`
/** One word, where more may follow: a repetition within a repetition would take time without end. */
const SOFT_WORD = '(?:please|pls|plz|kindly|also|both|just|quickly|then|maybe)\\s+'
const SOFT = `(?:${SOFT_WORD})*`
const GIVE = '(?:assign|reassign|give|hand(?: over)?|pass|delegate|transfer|allocate|move)'

const rule = (pattern: string, rest: Omit<RequestRule, 'pattern'>): RequestRule => ({
  pattern: new RegExp(pattern, 'di'),
  ...rest,
})

/** From the plainest to the weakest; the first that fits is taken. */
export const ENGLISH_RULES: readonly RequestRule[] = [
  rule('^(?:me|myself)\\s*(?::|\\s[–—-])\\s*(?<title>.+)', { addressee: 'speaker', confidence: 0.8, isExplicit: true }),
  rule(`^(?:the )?(?:new )?(?:owner|lead|assignee) (?:for|of) (?<topic>[^${P}]+?) is ${WHO}[\\s.!]*$`, {
    addressee: 'named',
    confidence: 0.85,
    isExplicit: true,
  }),
  rule('^(?:please |just |you can )*leave (?<topic>.+?) (?:to|with) me[\\s.!]*$', {
    addressee: 'speaker',
    confidence: 0.85,
    isExplicit: true,
  }),
  rule('^(?:put|sign|count) me (?:down|up|in) (?:for|on) (?<topic>.+)', {
    addressee: 'speaker',
    confidence: 0.8,
    isExplicit: true,
    needs: 'date',
  }),
  rule(
    `^(?:please,? |hey,? |hi,? |can |could |would |will |is |does |has )*(?:someone|somebody|anyone|anybody)(?: on the team| here| with a minute)?[,:]? (?:(?:please|pls|able|available|free|to|has to|have time|needs to|should|must|can|could|willing|mind|has|want|wants|kindly|quickly)\\s+)*(?<title>.+)`,
    { addressee: 'nobody', confidence: 0.8, needsWork: true, mayAsk: true, isForAnybody: true },
  ),
  rule(`^(?:(?:create|add|make|open|new) )?(?:an? |new )*${TASK} for (?:me|myself)\\s*[:–—-]\\s*(?:to )?(?<title>.+)`, {
    addressee: 'speaker',
    confidence: 0.9,
    isExplicit: true,
  }),
  rule(`^.{0,30}\\bas an? (?:new )?${TASK}\\s*[:–—-]\\s*(?:to )?(?<title>.+)`, {
    addressee: 'nobody',
    confidence: 0.9,
    isExplicit: true,
  }),
  rule(
    `^(?:${PLEASE} )*add (?:an? (?:item|entry|task) )?(?:to|on) (?:my|the|our) (?:list|to-?do list|to-?dos|backlog|task list|board)\\s*[:,–—-]\\s*(?:to )?(?<title>.+)`,
    {
      addressee: 'nobody',
      confidence: 0.9,
      isExplicit: true,
    },
  ),
  rule(`^my (?:next (?:step|task|to-?do)|to-?do|task|plan)(?: is)?(?: to |\\s*:\\s*)(?<title>.+)`, {
    addressee: 'speaker',
    confidence: 0.7,
    needs: 'date',
    needsWork: true,
  }),
  rule(
    `^(?:new )?(?:${TASK}|reminder|action|note|job|work) (?:for|to) ${WHO}\\s*[,:–—-]\\s*(?:to |please )?(?<title>.+)`,
    {
      addressee: 'named',
      confidence: 0.85,
      needsWork: true,
    },
  ),
  rule('^(?:please )?(?:re)?assign(?:ed)?(?: this| it)? to (?:me|myself)\\s*[,:–—-]\\s*(?:to |please )?(?<title>.+)', {
    addressee: 'speaker',
    confidence: 0.9,
    isExplicit: true,
  }),
  rule(`^(?:please )?(?:re)?assign(?:ed)?(?: this| it)? to ${WHO}\\s*[,:–—-]\\s*(?:to |please )?(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.9,
    isExplicit: true,
  }),
  rule(
    `^(?:${PLEASE} |${MAY} you |let's |i'd like to |i want to |we should )*(?:create|add|make|open|log|file|raise|start|set up|new)\\s?(?:a |an |another |new |high[- ]priority |urgent )*${TASK}\\b(?: for ${WHO})?(?:\\s*[:,–—-]\\s*|,? to (?=\\p{L})| called | titled | for | about |\\s)(?<title>.+)`,
    { addressee: 'nobody', confidence: 0.95, mayAsk: true, isExplicit: true },
  ),
  rule(`^(?:new )?${TASK}s?(?:\\s*[:–—]|\\s+-)\\s*(?:${WHO}\\s*(?:to|will|should|:|,|-)?\\s+)?(?:to )?(?<title>.+)`, {
    addressee: 'nobody',
    confidence: 0.95,
    isExplicit: true,
  }),
  rule(
    `^(?:${PLEASE} |${MAY} you )*(?:put|add) (?<title>.+?) (?:on|to|onto|in) (?:the|my|our) (?:task list|to-?do list|to-?dos|backlog|list|board)\\b`,
    {
      addressee: 'nobody',
      confidence: 0.9,
      mayAsk: true,
      isExplicit: true,
    },
  ),
  rule(
    `^(?:please |pls |can you |could you |just )*(?:re)?assign (?<topic>[^${P}]{2,80}?) to (?:me|myself)(?=[\\s,.!?;]|$)`,
    {
      addressee: 'speaker',
      confidence: 0.9,
      mayAsk: true,
      isExplicit: true,
    },
  ),
  rule(
    `^(?:${SOFT_WORD}|${MAY} (?:you|we) (?:please )?|let's |i'd like to |we should )*${GIVE} (?:over )?(?<topic>[^${P}]+?)(?: over)? (?:to|for) ${WHO}(?: to (?<title>.+?))?(?=[\\s,.!?;]|$)`,
    {
      addressee: 'named',
      confidence: 0.9,
      mayAsk: true,
      isExplicit: true,
    },
  ),
  rule(`^${SOFT}(?:assign|put) ${WHO} (?:to|on|onto) (?<topic>[^${P}]+)`, {
    addressee: 'named',
    confidence: 0.85,
    isExplicit: true,
  }),
  rule(
    `^${SOFT}give ${WHO} (?!permission|access|(?:some |more )?time|a (?:hand|call|ring|minute|break|raise|round)|credit|kudos|my )(?<topic>[^${P}]+?)(?: to (?<title>[a-z]+))?$`,
    {
      addressee: 'named',
      confidence: 0.8,
      isExplicit: true,
    },
  ),
  rule(`^${WHO}(?:[\\s,]*(?:and |& )?@?${P})*[\\s,:–—-]*(?:(?:${PLEASE}|${YOU_MAY})\\s+)+${SOFT}(?:to )?(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.9,
    mayAsk: true,
  }),
  rule(`^${SOFT}${MAY} ${WHO}(?: and @?${P})* ${SOFT}(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.8,
    needsWork: true,
    mayAsk: true,
  }),
  rule(
    `^(?:${SOFT_WORD}|${MAY} (?:you|we) (?:please )?|let's |i'll |i will )*(?:have|let|make) ${WHO} ${SOFT}(?<title>.+)`,
    { addressee: 'named', confidence: 0.85, needsWork: true, mayAsk: true },
  ),
  rule(
    `^(?:${SOFT_WORD}|${MAY} (?:you|we) (?:please )?|let's )*(?:ask|tell|get|i need|i want|i'd like|we need|remind) ${WHO} to ${SOFT}(?<title>.+)`,
    { addressee: 'named', confidence: 0.85, needsWork: true, mayAsk: true },
  ),
  rule(
    `^${WHO}(?: and @?${P})* (?:should|needs to|need to|must|has to|have to|is to|to|shall|will|is going to|'ll) ${SOFT}(?<title>.+)`,
    { addressee: 'named', confidence: 0.75, needsWork: true },
  ),
  rule(
    `^(?:i|we)(?: need|(?:['’]d| would) like| want)(?: to (?:have|get|see))? (?<topic>[^${P}]+?) from ${WHO}[\\s.!]*$`,
    {
      addressee: 'named',
      confidence: 0.7,
      needs: 'deadline',
      isExplicit: true,
    },
  ),
  rule(
    `^(?:please |let's )?make ${WHO} (?:responsible|accountable|the (?:owner|lead|assignee)) (?:for|of|on) (?<topic>.+)`,
    {
      addressee: 'named',
      confidence: 0.85,
      isExplicit: true,
    },
  ),
  rule(
    "^i(?:'ll| will) (?:have|get) (?<topic>.+?) (?:ready|done|finished|completed|fixed|written|prepared|sorted)\\b.*",
    {
      addressee: 'speaker',
      confidence: 0.75,
      needs: 'date',
      isExplicit: true,
    },
  ),
  rule(
    `^(?:it(?:'d| would) be (?:great|nice|good|helpful|awesome|lovely)(?: a lot)? if|it(?:['’]d| would)(?: really)? help(?: (?:a lot|us|me|out))* if|i(?:'d| would) (?:appreciate it|be grateful) if) (?:${WHO}|you|someone|somebody|anyone) (?:could|can|would|will) ${SOFT}(?<title>.+)`,
    { addressee: 'addressed', confidence: 0.75, needsWork: true },
  ),
  rule(`^${WHO}(?: is responsible for| owns| takes) (?<title>.+)`, {
    addressee: 'named',
    confidence: 0.7,
    needs: 'deadline',
    isExplicit: true,
  }),
  rule(`^${WHO}[,:]? i need (?<topic>[^${P}]+)$`, {
    addressee: 'named',
    confidence: 0.75,
    needs: 'deadline',
    isExplicit: true,
  }),
  rule(
    `^${WHO}[,:]? (?:you're|you are|is|will be) (?:on the hook|responsible|in charge|accountable) (?:for|of) (?<topic>.+)`,
    {
      addressee: 'named',
      confidence: 0.75,
      needs: 'date',
      isExplicit: true,
    },
  ),
  rule(`^${WHO} (?<title>${ENGLISH_VERB}(?:e?s)\\b.+)`, {
    addressee: 'named',
    confidence: 0.7,
    needs: 'deadline',
    isExplicit: true,
  }),
  rule(`^${WHO}(?:[,:]|\\s+[-–—])\\s+(?:you )?(?<title>.+)`, { addressee: 'named', confidence: 0.75, needsWork: true }),
  rule(
    `^(?:ok(?:ay)?,? |sure,? |yes,? |then )*(?:i(?:'ll| will|'m going to| am going to|'m gonna| promise to)|let me) (?:also |then |just |now |go ahead and )*(?<title>.+)`,
    { addressee: 'speaker', confidence: 0.8, needsWork: true },
  ),
  rule(`^(?:gonna|going to|(?:will|i can|i could|happy to)(?! (?:you|we|i)\\b)) (?:also |just |go and )*(?<title>.+)`, {
    addressee: 'speaker',
    confidence: 0.7,
    needsWork: true,
    needs: 'date',
  }),
  rule('^i (?:have to|need to|must) (?:also |still )?(?<title>.+)', {
    addressee: 'speaker',
    confidence: 0.75,
    needsWork: true,
    needs: 'date',
  }),
  rule(
    `^(?:${PLEASE}|${YOU_MAY}|${MAY} (?:someone|somebody|anyone|anybody)|(?:we|i) need (?:someone|somebody) to|(?:someone|somebody) (?:needs to|should|must|has to|please))\\s+${SOFT}(?<title>.+)`,
    { addressee: 'addressed', confidence: 0.75, needsWork: true, mayAsk: true },
  ),
  rule('^we (?:all )?(?:need to|must|have to|should|will|are going to) (?:also )?(?<title>.+)', {
    addressee: 'nobody',
    confidence: 0.65,
    needsWork: true,
    needs: 'deadline',
  }),
  rule('^(?<title>.+)', { addressee: 'addressed', confidence: 0.6, isBare: true, needsWork: true, needs: 'deadline' }),
]

/** The whole sentence asks for nothing: it supposes, reports, wonders or states a habit. */
export const ENGLISH_NO_REQUEST = new RegExp(
  `^(?:(?:great|good|nice|amazing|awesome|brilliant) (?:job|work)|(?:thanks|thank you|thx)(?: so much| a lot)?,?(?: \uE000,?)? for\b|well done|congrat|kudos|wish me)|^(?:if|unless|when|whenever|whether|suppose|once|as soon as|after|until|assuming)\\b|\\b(?:might|maybe|perhaps|possibly|would love|someday|used to|would have|could have|should have|supposed to|if i|if we|every (?:day|week|month)|always|usually|automatically|normally)\\b|(?:${P}|\\b(?:he|she|they|customer|client|boss|who|it)) (?:said|says|asked|asks|wrote|told|mentioned|thinks|wants|reported|suggested|claims)\\b|^(?:yes,? )?(?:i|we) (?:have(?! to)|had|did|was|were) |\\b(?:was|were|has been|have been|had been) \\w+(?:ed|n|t) by\\b`,
  'i',
)
export const ENGLISH_QUESTION = /\?\s*$/
export const ENGLISH_WANTS_TO_KNOW =
  /^(?:\uE000,? )?(?:who|what|when|where|why|how|which|whose|did|does|do|is|are|was|were|has|have|had|should|shall|may|am)\b|^(?:can|could|would|will) (?:i|we(?! (?:please )?(?:have|get|ask) \uE000))\b/i
export const ENGLISH_NEGATION =
  /\b(?:no need|don't(?! forget)|do not(?! forget)|won't(?= |$)|will not|not|never|doesn't|cannot|can't|shouldn't|needn't|isn't|aren't|nobody)\b/i
export const ENGLISH_PAST = /\b(?:already|yesterday|last (?:week|month|night|year)|ago|earlier today|just now)\b/i
