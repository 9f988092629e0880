import { kindByHead } from './entity-kind'
import type { EntityKind } from './relation'

const ENGLISH_WORDS: readonly (readonly [EntityKind, string])[] = [
  ['organisation', 'customer|client|supplier|vendor|partner|company|agency'],
  ['system', 'service|system|tool|library|database|application|app|module|component|platform|server'],
  ['product', 'product'],
  ['document', 'document'],
  ['place', 'city|site'],
]
const CHINESE_WORDS: readonly (readonly [EntityKind, string])[] = [
  ['organisation', '供应商|供货商|厂商|客户|合作伙伴|公司|团队'],
  ['system', '服务|系统|模块|数据库|平台|应用'],
  ['project', '项目'],
  ['product', '产品'],
  ['document', '文档'],
  ['place', '城市'],
]
const anyOf = (words: typeof ENGLISH_WORDS) => words.map(([, some]) => some).join('|')

/** "customer Acme", but not "customer success"; 服务 payments, but not 服务台. */
const ENGLISH = new RegExp(
  `^(?<word>${anyOf(ENGLISH_WORDS)})s? (?<rest>\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?: \\p{Lu}[\\p{L}\\p{N}&.'’-]*){0,2}|\`[^\`]+\`)$`,
  'u',
)
const CHINESE = new RegExp(
  `^(?<word>${anyOf(CHINESE_WORDS)}) ?(?<rest>[A-Za-z][\\w.&-]*(?: [A-Za-z][\\w.&-]*){0,2}|[“「《\`][^”」》\`]+[”」》\`])$`,
  'u',
)
/** Whose names follow in Chinese characters, too. */
const COMPANIES = /^(?<word>供应商|供货商|厂商|客户)(?<rest>\p{Script=Han}{2,8})$/u
/** What else is said of customers and suppliers. */
const NO_COMPANY =
  /满意|需求|反馈|数据|关系|成功|支持|服务|经理|投诉|资料|体验|信息|管理|合同|名[单录]|订单|案例|画像|代表|资源|流程|系统|门户|列表|档案|部$|组$|账|编号|地址|意见|问题|工单|培训|会议?$|拜访|方$|侧|端$|群|资质|评估|准入|目录|报价|付款|协议|审核|发票|交付|质量|评审|沟通|名称|来访|那边/u

export interface KindNamed {
  readonly name: string
  readonly kind: EntityKind
}

/** A name without the word before it that says what it is: 供应商华星 is 华星, an organisation. */
export function readNamedKind(name: string): KindNamed | undefined {
  const groups = (ENGLISH.exec(name) ?? CHINESE.exec(name) ?? companyIn(name))?.groups
  const isSaid = ([, words]: (typeof ENGLISH_WORDS)[number]) => words.split('|').includes(groups?.word ?? '')
  const kind = [...ENGLISH_WORDS, ...CHINESE_WORDS].find(isSaid)?.[0]
  const rest = groups?.rest?.replace(/^[“「《`]|[”」》`]$/gu, '')
  return kind && rest ? { name: rest, kind } : undefined
}

/** 供应商名单 is a list, 客户支持部 a department, 供应商华星科技 a company. */
function companyIn(name: string): RegExpExecArray | null {
  const found = COMPANIES.exec(name)
  const rest = found?.groups?.rest ?? ''
  return found && !NO_COMPANY.test(rest) && [undefined, 'organisation'].includes(kindByHead(rest)) ? found : null
}

/** At the start of a sentence a capital says nothing: "Customer Acme signed", but "Customer Success signed". */
export const readNamedKindAtStart = (name: string): KindNamed | undefined =>
  /^(?:Customer|Client|Supplier|Vendor) (?!(?:Success|Support|Service|Care|Relations|Experience|Satisfaction|Feedback|Portal|Management|Operations|Data|Day|Days|Team)\b)/.test(
    name,
  )
    ? readNamedKind(name[0]!.toLowerCase() + name.slice(1))
    : readNamedKind(name)
