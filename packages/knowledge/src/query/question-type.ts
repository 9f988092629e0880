import { foldTraditional } from '@parley/text'
import { prefaceLength } from './question-preface'
import type { AnswerType, QuestionType, TextSpan } from './structured-query'

/** What is asked for in so many words, from the particular to the general. */
const ASKED_FOR: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'money',
    /\bhow much\b.*\b(?:cost|pay|paid|price|fee|charge|earn)|\bhow much (?:is|are) (?:an?|one|the (?:hotel|room|flight|ticket|lunch|fare|parking|meal|licen[cs]e|subscription|deposit|fine|allowance|bonus)s?)\b|\b(?:price|cost|fee|salary|fine)\b|多少钱|什么价|多少元|费用是|价格/i,
  ],
  ['person', /\bwho(?:m|se)?\b|\bwhich (?:person|colleague)\b|谁|哪位|什么人|何人|负责人/i],
  [
    'duration',
    /\bhow (?:long|often|soon|fast|quickly|far ahead|many (?:days|weeks|months|hours|minutes|years))\b|\bwithin (?:what|how)|多久|多长时间|多少(?:天|小时|分钟|年|个月|秒)|(?<![哪那这前近])几(?:天|年|个月|小时|周)|期限/i,
  ],
  [
    'time',
    /\bwhen\b|\b(?:what|which) (?:time|date|day|year|month|century|hours)\b|什么时候|何时|几点|哪(?:一)?(?:天|年|月|日)|几月|几号|什么时间|什么日期|时间是/i,
  ],
  [
    'quantity',
    /\bhow (?:many|much|large|big|heavy|high|tall|fast|old|wide|loud|deep)\b|\bwhat (?:percentage|number|share|rate|size|limit|weight|height|age)\b|多少|(?<!哪)几(?:个|人|次|名|位|台|条|种|家|岁|声|本|页)|多(?:大|高|重|宽|深|远)|比例|率是/i,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:city|country|place|address|room|building|state|region)\b|哪里|哪儿|何处|什么地方|在哪|哪个(?:国家|城市|地方|省|市)|地址/i,
  ],
  // 被称为什么 asks for a name.
  [
    'reason',
    /\bwhy\b|\bwhat (?:is the )?(?:reason|cause)|(?<![称译名改换变成定作视誉认以分列设])为(?:什么|何)|原因|怎么回事/i,
  ],
]

/** How it is asked, where nothing says what for. */
const ASKED_SO: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'procedure',
    /\bhow (?:do|can|should|does|to|would|must)\b|\bwhat (?:steps|do i have to|should i)\b|怎么(?!样的)|如何|怎样|步骤|流程/i,
  ],
  [
    'yes-no',
    /^(?:is|are|was|were|do|does|did|can|could|may|must|should|has|have|will)\b|吗[？?]?$|是否|能否|可否|(.)不\1|有没有/i,
  ],
  ['definition', /\bwhat (?:is|are|does|was|were)\b|什么是|是什么|[称叫译]为什么|什么意思|指的是/i],
]

/** To compare or to list is asked in the same breath as what is compared or listed. */
const FORMS: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'compare',
    /\b(?:differences?|differ|compared?|comparison|versus|vs)\b|\bwhich (?:one )?is (?:better|cheaper|faster|longer|more|less)\b|\b(?:better|cheaper|faster|more|less) than\b|区别|不同|差别|相比|比较|对比|哪个更|谁更/i,
  ],
  [
    'list',
    /^(?:please )?(?:list|enumerate|name all|(?:give|show) me all)\b|\bwhich (?!is\b)\w+s\b(?! (?:is|does|has)\b)|\bwhat are (?:all|the)\b|\bwhat (?:kinds|types|sorts) of\b|哪些|哪几|列出|列举|分别是|都有(?:谁|什么)/i,
  ],
]

export interface ReadType {
  readonly type: QuestionType
  readonly answerType: AnswerType
  readonly asking?: TextSpan
}

/** How a question is asked and what would answer it, by its words: "Does anybody know: where …" asks for a place. */
export function readQuestionType(text: string): ReadType {
  const preface = prefaceLength(text)
  const inner = preface > 0 ? typeOf(text.slice(preface)) : null
  if (!inner?.asking) return typeOf(text)
  const asking = { start: inner.asking.start + preface, end: inner.asking.end + preface }
  return { ...inner, asking }
}

function typeOf(written: string): ReadType {
  const folded = foldTraditional(written)
  const text = folded.length === written.length ? folded : written
  const answer = earliestMatch(ASKED_FOR, text) ?? firstMatch(ASKED_SO, text)
  const form = firstMatch(FORMS, text)
  const answerType = answer?.type ?? 'other'
  const found = form ?? answer
  return { type: form?.type ?? answerType, answerType, ...(found && { asking: found.span }) }
}

/** In English the first word asks: "Why was the price raised?", and not when in "What happens when …". In Chinese the most particular one does. */
function earliestMatch<Type>(patterns: readonly (readonly [Type, RegExp])[], text: string) {
  if (/\p{Script=Han}/u.test(text)) return firstMatch(patterns, text)
  const matches = patterns.flatMap((pattern) => firstMatch([pattern], text) ?? [])
  const asking = matches.filter(({ span }) => !isSubordinate(text, span))
  return asking.toSorted((one, other) => one.span.start - other.span.start)[0]
}

const ASKING_WORD = /\b(?:what|which|how|who|whom|whose|when|where|why)\b/i

const isSubordinate = (text: string, { start, end }: TextSpan): boolean =>
  /^(?:when|where|who|whom|whose|why)$/i.test(text.slice(start, end)) && ASKING_WORD.test(text.slice(0, start))

function firstMatch<Type>(patterns: readonly (readonly [Type, RegExp])[], text: string) {
  for (const [type, pattern] of patterns) {
    const match = pattern.exec(text.trimStart())
    const start = match ? match.index + text.length - text.trimStart().length : 0
    if (match) return { type, span: { start, end: start + match[0].length } }
  }
  return undefined
}
