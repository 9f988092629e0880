import { detectLanguage, type Language } from '@parley/text'
import { type Anchors, anchorsOf } from './anchors'
import { bridgeQuestion, type Concept, rephraseQuestion } from './glossary'
import { questionTerms } from './passage-terms'

/** What kind of thing would answer the question. */
export type QuestionType =
  | 'person'
  | 'time'
  | 'duration'
  | 'quantity'
  | 'money'
  | 'place'
  | 'reason'
  | 'procedure'
  | 'yes-no'
  | 'definition'
  | 'other'

export interface QuestionAnalysis {
  readonly text: string
  readonly language: Language
  readonly type: QuestionType
  /** Content words, as search terms. */
  readonly terms: readonly string[]
  /** What it speaks of in words of the other language, as far as the glossary knows. */
  readonly concepts: readonly Concept[]
  /** The same in words of its own language. */
  readonly synonyms: readonly Concept[]
  /** What of it every language writes or says alike. */
  readonly anchors: Anchors
  /** Codes and numbers that an answer must speak of: `E07`, `SEV1`, `2025`. Lower case. */
  readonly identifiers: readonly string[]
}

/** The first that fits, from the particular to the general. */
const PATTERNS: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'money',
    /\bhow much\b.*\b(?:cost|pay|paid|price|fee|charge|earn)|\b(?:price|cost|fee|salary|fine)\b|多少钱|什么价|多少元|费用是|价格/i,
  ],
  ['person', /\bwho(?:m|se)?\b|\bwhich (?:person|colleague)\b|谁|哪位|什么人|何人|负责人/i],
  [
    'duration',
    /\bhow (?:long|often|soon|fast|quickly|far ahead|many (?:days|weeks|months|hours|minutes|years))\b|\bwithin (?:what|how)|多久|多长时间|多少(?:天|小时|分钟|年|个月|秒)|几(?:天|年|个月|小时|周)|期限/i,
  ],
  [
    'time',
    /\bwhen\b|\b(?:what|which) (?:time|date|day|year|month|century|hours)\b|\b(?:until|by) (?:what|when)|什么时候|何时|几点|哪(?:一)?(?:天|年|月|日)|几月|几号|什么时间|什么日期|时间是/i,
  ],
  [
    'quantity',
    /\bhow (?:many|much|large|big|heavy|high|tall|fast|old|wide|loud|deep)\b|\bwhat (?:percentage|number|share|rate|size|limit|weight|height|age)\b|多少|几(?:个|人|次|名|位|台|条|种|家|岁|声|本|页)|多(?:大|高|重|宽|深|远)|比例|率是/i,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:city|country|place|address|room|building|state|region)\b|哪里|哪儿|何处|什么地方|在哪|哪个(?:国家|城市|地方|省|市)|地址/i,
  ],
  ['reason', /\bwhy\b|\bwhat (?:is the )?(?:reason|cause)|为什么|为何|原因|怎么回事/i],
  [
    'procedure',
    /\bhow (?:do|can|should|does|to|would|must)\b|\bwhat (?:steps|do i have to|should i)\b|怎么(?!样的)|如何|怎样|步骤|流程/i,
  ],
  [
    'yes-no',
    /^(?:is|are|was|were|do|does|did|can|could|may|must|should|has|have|will)\b|吗[？?]?$|是否|能否|可否|(.)不\1|有没有/i,
  ],
  ['definition', /\bwhat (?:is|are|does|was|were)\b|什么是|是什么|什么意思|指的是/i],
]

/** Reads a question lightly: type, content words, codes. No model. */
export function analyseQuestion(text: string): QuestionAnalysis {
  const type = PATTERNS.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? 'other'
  const language = detectLanguage(text)
  return {
    ...{ text, language, type, terms: questionTerms(text) },
    concepts: bridgeQuestion(text, language),
    synonyms: rephraseQuestion(text, language),
    anchors: anchorsOf(text, language),
    identifiers: identifiersOf(text),
  }
}

function identifiersOf(text: string): string[] {
  const words = text.normalize('NFKC').match(/[A-Za-z]*[-.]?\d[\dA-Za-z.-]*/g) ?? []
  return [...new Set(words.map((word) => word.toLowerCase().replace(/[.-]+$/, '')))]
}
