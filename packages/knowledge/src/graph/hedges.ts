import type { Language } from '@parley/text'

/** How a sentence keeps from stating what it says. */
export interface Hedges {
  readonly isQuestion: boolean
  readonly isNegated: boolean
  readonly isHypothetical: boolean
  readonly isPast: boolean
  readonly isPlanned: boolean
  readonly isReported: boolean
  /** It held and does no more. */
  readonly isEnded: boolean
}

type Sign = Exclude<keyof Hedges, 'isQuestion'>

const SIGNS: Readonly<Record<Language, Readonly<Record<Sign, RegExp>>>> = {
  en: {
    isEnded:
      /\b(?:no longer|not any ?more|any ?more\b|stopped|handed (?:over|off)|gave up|is not .{0,30} any ?more)\b/i,
    isNegated:
      /\b(?:not|never|nobody|no one|none|neither|nor|without|hardly|cannot|rather than|instead of|wrong that|not true|nothing|refused to|unlike)\b|n['’]t\b|\bno (?:owner|supplier|dependency|manager|one)\b/i,
    isHypothetical:
      /\b(?:if|whether|unless|would|could|should|might|may|maybe|perhaps|probably|possibly|suppose|imagine|assum(?:e|ing)|in case|what if|as if|wish|hopefully|hope|ideally|in theory|rumou?r|supposedly|apparently|not sure|wondering|wonder|guess|e\.g\.|for example|let['’]s say|say that|pretend|were to|propos\w+|suggest\w*|recommend\w*|consider\w*|could be|candidate|ought|can we|depends on (?:whether|how|when|who|what|the (?:weather|mood|day|situation)))\b/i,
    isPast:
      /\b(?:used to|was|were|had|formerly|previously|ex-\w+|back then|until (?:last|20\d\d|recently)|in the past|once|at the time|before (?:the|he|she|we|they|20\d\d)|last (?:year|month|week|quarter)|years ago|months ago|old(?:er)? setup|owned|depended|reported to|relied|blocked (?!by)|knew|worked on|supplied)\b/i,
    isPlanned:
      /\b(?:will|going to|gonna|plans? to|planning to|planned|wants? to|aims? to|intends? to|next (?:year|quarter|month|week)|soon|eventually|someday|one day|shall|to be)\b|['’]ll\b/i,
    isReported: /\b(?:says|said|claims?|claimed|thinks?|thought|believes?|heard|told me|according to|mentioned)\b/i,
  },
  zh: {
    isEnded: /不再|已经不|不是.{0,8}了|交接出去|不负责.{0,8}了|交出去/u,
    isNegated:
      /(?<!离)不(?!但|仅|光|断|同)|没有?(?!问题)|并非|非常不|未|无须|无需|别|勿|从未|谈不上|而不是|而非|绝非|假的|谣言/u,
    isHypothetical:
      /如果|要是|假如|假设|倘若|万一|可能|也许|或许|大概|应该|应当|建议|考虑|是否|会不会|能不能|要不要|希望|但愿|比如|例如|好像|似乎|听说|据说|据传|说不定|不确定|最好|不如|干脆|提议|推荐|候选|备选|的话|除非|本来应|估计|猜/u,
    isPast:
      /以前|之前|曾经|曾|过去|原来|原本|原先|当时|那时|去年|上个?(?:季度|月|周)|前年|早期|老的|旧的|过(?:一阵|一段)/u,
    isPlanned:
      /将(?:来|会|要|由|于)?|打算|计划|准备|以后|明年|下个?(?:季度|月|周|年)|即将|未来|后续|有朝一日|会(?=依赖|使用|采用|负责|属于|用|向)|要(?=依赖|使用|采用|用)/u,
    isReported: /(?:说|称|认为|觉得|以为|表示|声称|提到)(?!明|服)/u,
  },
}

const QUESTION = {
  en: /\?\s*$|^(?:who|what|which|where|when|why|how|does|do|did|is|are|was|were|can|could|should|would|has|have|will|whose|whom)\b[^.]*\??$|\b(?:anyone|anybody|does anyone) know\b|\b(?:wonder(?:ing)?|asked?|ask|know|unclear|find out|tell me|not sure|decide|check|figure out|understand|clarify)\b.{0,20}\b(?:who|whom|which|what|whether|where)\b/i,
  zh: /[?？]\s*$|(?:吗|呢|么)[。.!！]?\s*$|(?:谁|哪个|哪些|哪家|哪里|哪位|什么|几|多少|怎么|如何|为何|为什么|何时|是不是|有没有)(?!都|也)/u,
} as const

/** What of a clause keeps it from being a statement; whether it is a question the whole sentence says. */
export function readHedges(clause: string, sentence: string, language: Language): Hedges {
  const signs = SIGNS[language]
  const shows = (sign: Sign) => signs[sign].test(clause)
  return {
    isQuestion: QUESTION[language].test(sentence.trim()),
    isNegated: shows('isNegated'),
    isHypothetical: shows('isHypothetical') || signs.isHypothetical.test(leadOf(sentence, clause, language)),
    isPast: shows('isPast'),
    isPlanned: shows('isPlanned'),
    isReported: shows('isReported'),
    isEnded: shows('isEnded'),
  }
}

/** "If …, the gateway depends on …": a condition reaches over its comma. */
function leadOf(sentence: string, clause: string, language: Language): string {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(clause)))
  const condition =
    language === 'en'
      ? /\b(?:if|unless|whether|suppose|imagine|what if|in case)\b[^.;]*$/i
      : /(?:如果|要是|假如|假设|倘若|万一)[^。；]*$/u
  return condition.exec(before)?.[0] ?? ''
}
