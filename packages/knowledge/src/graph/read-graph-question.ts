import { detectLanguage, foldTraditional, type Language } from '@parley/text'
import { readStatus, type Status, statusNamed } from './read-status'
import type { EntityKind, RelationType } from './relation'

/** What a question starts from: something that it names, or whatever is in some state ("the delayed project"). */
export type GraphAnchor =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'status'; readonly status: Status; readonly of: EntityKind | null }

/** A question for what is at the other end of an edge. */
export interface GraphQuestion {
  readonly language: Language
  readonly anchor: GraphAnchor
  /** Any of these; the first is what the question says. */
  readonly types: readonly RelationType[]
  /** Which end the anchor is at. */
  readonly anchorAt: 'from' | 'to'
  /** What is asked for, where it says so: "which suppliers". */
  readonly wanted: EntityKind | null
}

interface Form {
  readonly pattern: RegExp
  readonly types: readonly RelationType[]
  readonly anchorAt: 'from' | 'to'
}

const LONGEST_QUESTION = 200
const X = '(?<x>.{1,60}?)'
const W = '(?:(?:what|which) (?<wanted>[a-z]+)|what|whom?|which ones?)'
const en = (source: string) =>
  new RegExp(
    `^(?:(?:and|so|please|hey|hi|do you know|can you tell me|tell me)[, ]+)*${source}(?: (?:now|currently|right now|at the moment|please))?[?.!]*$`,
    'i',
  )
const WZ = '(?:什么|谁|哪些?(?:个|家|位)?(?<wanted>系统|服务|供应商|厂商|项目|人|团队|公司|产品|地方|文档)?|哪里)'
const zh = (source: string) =>
  new RegExp(`^(?:请问|那么?|想问一下|帮我看看|你知道)*[，,]?${source}(?:呢|啊|呀|来着|了)?[？?。！!]*$`, 'u')

const RESPONSIBLE: readonly RelationType[] = ['responsible_for', 'owns']
/** Whoever answers for something knows it. */
const EXPERT: readonly RelationType[] = ['knows', 'responsible_for', 'owns', 'works_on']

/** How people ask for it; the first that fits the whole question. */
const FORMS: Readonly<Record<Language, readonly Form[]>> = {
  en: [
    {
      types: RESPONSIBLE,
      anchorAt: 'to',
      pattern: en(
        `(?:who|which team)(?:['’]s| is| are)? (?:responsible for|in charge of|accountable for|the (?:contact|lead|head|maintainer|person responsible) (?:for|of)|maintaining|leading|looking after) ${X}`,
      ),
    },
    {
      types: RESPONSIBLE,
      anchorAt: 'to',
      pattern: en(`(?:who|which team) (?:looks after|takes care of|maintains|runs|leads|coordinates|manages) ${X}`),
    },
    {
      types: ['owns', 'responsible_for'],
      anchorAt: 'to',
      pattern: en(`(?:who|which team) (?:owns|is the owner of) ${X}`),
    },
    {
      types: ['responsible_for', 'owns'],
      anchorAt: 'from',
      pattern: en(`what (?:is|are) ${X} (?:responsible for|in charge of)`),
    },
    { types: ['owns', 'responsible_for'], anchorAt: 'from', pattern: en(`what does ${X} own`) },
    {
      types: EXPERT,
      anchorAt: 'to',
      pattern: en(`who (?:knows? (?:most |best |more )?about|is (?:the|an) expert (?:on|for|in)|understands) ${X}`),
    },
    { types: ['reports_to'], anchorAt: 'to', pattern: en(`who(?: all)? (?:reports|report)(?: directly)? to ${X}`) },
    { types: ['reports_to'], anchorAt: 'from', pattern: en(`whom? does ${X} report to`) },
    {
      types: ['reports_to'],
      anchorAt: 'from',
      pattern: en(`who(?:['’]s| is) ${X}['’]s (?:manager|boss|line manager|supervisor)`),
    },
    {
      types: ['supplier_of'],
      anchorAt: 'to',
      pattern: en(`(?:who|which (?:company|supplier|vendor)) (?:supplies|delivers|provides|makes)(?: us with)? ${X}`),
    },
    {
      types: ['supplier_of'],
      anchorAt: 'to',
      pattern: en(`(?:who|which company|what)(?:['’]s| is| are)(?: our| the)? (?:suppliers?|vendors?) (?:of|for) ${X}`),
    },
    { types: ['supplier_of'], anchorAt: 'to', pattern: en(`(?:whom?|where) do we (?:buy|get|order) ${X} from`) },
    { types: ['supplier_of'], anchorAt: 'from', pattern: en(`what does ${X} supply(?: us with)?`) },
    { types: ['depends_on'], anchorAt: 'from', pattern: en(`${W} (?:does|do) ${X} (?:depend|rely) on`) },
    { types: ['depends_on'], anchorAt: 'from', pattern: en(`what are (?:the )?dependencies of ${X}`) },
    { types: ['depends_on'], anchorAt: 'to', pattern: en(`${W} (?:depends?|relies|rely) on ${X}`) },
    { types: ['blocks'], anchorAt: 'to', pattern: en(`what (?:blocks|is blocking|holds up|is holding up) ${X}`) },
    { types: ['blocks'], anchorAt: 'to', pattern: en(`what is ${X} blocked (?:by|on)`) },
    { types: ['blocks'], anchorAt: 'from', pattern: en(`what does ${X} block`) },
    { types: ['located_in'], anchorAt: 'from', pattern: en(`where (?:is|are) ${X}(?: located| based| kept| stored)?`) },
    { types: ['part_of'], anchorAt: 'from', pattern: en(`${W} (?:is|are) ${X} (?:a )?part of`) },
    { types: ['part_of'], anchorAt: 'from', pattern: en(`${W} does ${X} belong to`) },
    { types: ['part_of'], anchorAt: 'to', pattern: en(`${W} (?:belongs? to|(?:is|are) part of) ${X}`) },
    { types: ['part_of'], anchorAt: 'to', pattern: en(`what does ${X} consist of`) },
    { types: ['due'], anchorAt: 'from', pattern: en(`when (?:is|are) ${X} due`) },
    { types: ['due'], anchorAt: 'from', pattern: en(`when (?:does|do) ${X} (?:launch|ship|go live)`) },
    {
      types: ['due'],
      anchorAt: 'from',
      pattern: en(`(?:what|when)(?:['’]s| is) the (?:deadline|due date|launch date) (?:of|for) ${X}`),
    },
    { types: ['works_on'], anchorAt: 'to', pattern: en(`who (?:works|is working|is assigned) (?:on|to) ${X}`) },
    {
      types: ['works_on'],
      anchorAt: 'from',
      pattern: en(`${W} (?:does ${X} work|is ${X.replace('x', 'y')} working) on`),
    },
    { types: ['uses'], anchorAt: 'from', pattern: en(`${W} does ${X} (?:use|run on)`) },
    { types: ['uses'], anchorAt: 'from', pattern: en(`what is ${X} (?:built (?:on|with)|written in|hosted on)`) },
    { types: ['uses'], anchorAt: 'to', pattern: en(`${W} (?:uses?|runs? on) ${X}`) },
    {
      types: ['has_status'],
      anchorAt: 'from',
      pattern: en(`(?:what(?:['’]s| is) the (?:status|state) of|how is) ${X}(?: doing| going)?`),
    },
    {
      types: ['has_status'],
      anchorAt: 'to',
      pattern: en(
        `(?:what|which) (?<wanted>[a-z]+) (?:is|are) (?<x>delayed|late|on hold|cancelled|at risk|on track|down|done|live)`,
      ),
    },
  ],
  zh: [
    { types: RESPONSIBLE, anchorAt: 'to', pattern: zh(`谁(?:在|来)?(?:负责|主管|牵头|维护|管)${X}`) },
    {
      types: RESPONSIBLE,
      anchorAt: 'to',
      pattern: zh(`${X}(?:现在|目前)?(?:是)?[由归]?谁(?:在|来)?(?:负责|管|维护|牵头|主管)(?:的)?`),
    },
    {
      types: RESPONSIBLE,
      anchorAt: 'to',
      pattern: zh(`${X}的?(?:负责人|对接人|联系人|责任人|维护人)(?:是)?(?:谁|哪位)`),
    },
    { types: EXPERT, anchorAt: 'to', pattern: zh(`(?:谁|哪位|有谁)(?:最|比较)?(?:懂|熟悉|了解|精通)${X}`) },
    {
      types: ['owns', 'responsible_for'],
      anchorAt: 'to',
      pattern: zh(`${X}(?:归谁所有|的?\\s?(?:owner|所有者)\\s?是谁)`),
    },
    { types: RESPONSIBLE, anchorAt: 'from', pattern: zh(`${X}(?:主要)?负责(?:什么|哪些|哪块).{0,4}?`) },
    { types: ['reports_to'], anchorAt: 'to', pattern: zh(`(?:谁|哪些人|有哪些人|有谁)(?:直接)?向${X}汇报`) },
    { types: ['reports_to'], anchorAt: 'from', pattern: zh(`${X}(?:直接)?向谁汇报`) },
    { types: ['reports_to'], anchorAt: 'from', pattern: zh(`${X}的?(?:直属)?(?:上级|主管|领导|经理)是谁`) },
    {
      types: ['supplier_of'],
      anchorAt: 'to',
      pattern: zh(`(?:谁|哪家(?:公司|供应商)?)(?:在|给我们)?(?:供应|提供|供货)${X}`),
    },
    {
      types: ['supplier_of'],
      anchorAt: 'to',
      pattern: zh(`${X}的?(?:供应商|供货商|厂商)(?:是)?(?:谁|哪家|哪些|什么)(?:公司)?`),
    },
    {
      types: ['supplier_of'],
      anchorAt: 'to',
      pattern: zh(`${X}(?:是)?[由从](?:谁|哪家|哪里)(?:供货|供应|采购|提供)(?:的)?`),
    },
    { types: ['supplier_of'], anchorAt: 'from', pattern: zh(`${X}(?:给我们)?供应(?:什么|哪些).{0,4}?`) },
    { types: ['depends_on'], anchorAt: 'from', pattern: zh(`${X}(?:都|现在)?依赖(?:于)?${WZ}`) },
    { types: ['depends_on'], anchorAt: 'to', pattern: zh(`(?:有)?${WZ}依赖${X}`) },
    { types: ['blocks'], anchorAt: 'to', pattern: zh(`什么(?:在)?(?:阻塞|卡住|阻碍|拖住)(?:了|着)?${X}`) },
    {
      types: ['blocks'],
      anchorAt: 'to',
      pattern: zh(`${X}(?:现在)?(?:被什么(?:卡住|阻塞|拖住)|卡在哪(?:里|儿)?|卡在什么)`),
    },
    { types: ['located_in'], anchorAt: 'from', pattern: zh(`${X}(?:在|位于|放在|设在)(?:哪里|哪儿|哪|什么地方)`) },
    { types: ['part_of'], anchorAt: 'from', pattern: zh(`${X}(?:属于|隶属于?)${WZ}`) },
    { types: ['part_of'], anchorAt: 'to', pattern: zh(`(?:有)?${WZ}属于${X}`) },
    { types: ['part_of'], anchorAt: 'to', pattern: zh(`${X}(?:包括|包含|下设|由)(?:什么|哪些).{0,6}?`) },
    {
      types: ['due'],
      anchorAt: 'from',
      pattern: zh(`${X}(?:什么时候|何时|哪天|几号)(?:要|会)?(?:截止|上线|交付|完成|到期|发布)`),
    },
    {
      types: ['due'],
      anchorAt: 'from',
      pattern: zh(`${X}的?(?:截止日期|截止时间|上线时间|上线日期|交付日期|deadline)(?:是)?(?:什么时候|哪天|何时|几号)`),
    },
    {
      types: ['works_on'],
      anchorAt: 'to',
      pattern: zh(`(?:谁|哪些人|有谁)(?:在做|在参与|参与(?:了)?|正在做|在负责开发)${X}`),
    },
    { types: ['works_on'], anchorAt: 'from', pattern: zh(`${X}(?:正|最近)?(?:在做|参与)(?:什么|哪些).{0,4}?`) },
    { types: ['uses'], anchorAt: 'from', pattern: zh(`${X}(?:使用|用的?是?|基于|跑在)${WZ}(?:上)?`) },
    {
      types: ['has_status'],
      anchorAt: 'from',
      pattern: zh(`${X}(?:现在|目前)?(?:是)?(?:什么状态|状态如何|进展如何|怎么样了?)`),
    },
    {
      types: ['has_status'],
      anchorAt: 'to',
      pattern: zh(`(?:有)?哪些?(?:个)?(?<wanted>项目|系统|服务|产品)(?<x>延期|暂停|取消|有风险|故障|完成|上线)`),
    },
  ],
}

const WANTED: readonly (readonly [EntityKind, RegExp])[] = [
  ['organisation', /^(?:suppliers?|vendors?|companies|company|teams?|供应商|厂商|公司|团队)$/i],
  ['person', /^(?:people|persons?|colleagues?|人)$/i],
  ['system', /^(?:systems?|services?|系统|服务)$/i],
  ['project', /^(?:projects?|programmes?|programs?|项目)$/i],
  ['product', /^(?:products?|parts?|产品)$/i],
  ['place', /^(?:places?|offices?|buildings?|地方)$/i],
  ['document', /^(?:documents?|文档)$/i],
]
const kindNamed = (word: string | undefined): EntityKind | null =>
  word === undefined ? null : (WANTED.find(([, pattern]) => pattern.test(word))?.[0] ?? null)

const PRONOUN =
  /^(?:it|he|she|they|this|that|you|we|i|me|him|her|them|everything|anything|something|她|他|它|我|你|我们|你们|他们|这|那|这个|那个|大家)$/i

/** What a question asks of the graph; null where it asks something else. No model; linear in the question. */
export function readGraphQuestion(given: string): GraphQuestion | null {
  const written = given.trim()
  if (written.length > LONGEST_QUESTION) return null
  const text = foldTraditional(written)
  const language = detectLanguage(text)
  // "谁负责 Frutas Levante？" has more English words than Chinese ones: the form itself says the language that asks.
  for (const { pattern, types, anchorAt } of [...FORMS[language], ...FORMS[language === 'zh' ? 'en' : 'zh']]) {
    const groups = pattern.exec(text)?.groups
    const name = asWritten((groups?.x ?? groups?.y)?.trim(), text, written)
    if (!name || PRONOUN.test(name)) continue
    const anchor = readAnchor(name)
    return { language, anchor, types, anchorAt, wanted: kindNamed(groups?.wanted) }
  }
  return null
}

/** A name in traditional characters is looked for as it stands. */
const asWritten = (name: string | undefined, text: string, written: string): string | undefined =>
  name && written.slice(text.indexOf(name), text.indexOf(name) + name.length)

const IN_A_STATE = [
  /^(?:the |our |all |any )*(?<status>delayed|late|postponed|cancelled|paused|on-hold|at-risk|finished) (?<of>[a-z]+)$/i,
  /^(?:那个|这个|所有)?(?<status>延期|推迟|暂停|取消|有风险|故障)(?:了)?的(?<of>\p{Script=Han}{2})$/u,
]

function readAnchor(name: string): GraphAnchor {
  for (const form of IN_A_STATE) {
    const groups = form.exec(name)?.groups
    const status = groups?.status && statusNamed(groups.status.replace('-', ' '))
    if (status) return { kind: 'status', status, of: kindNamed(groups?.of) }
  }
  const plain = readStatus(name)
  if (plain?.length === name.length) return { kind: 'status', status: plain.status, of: null }
  return { kind: 'name', name: name.replace(/^(?:the|our|a|an) /i, '').replace(/^[《“"]|[》”"]$/g, '') }
}
