import { type Cell, rowCells } from '../row-cells'
import { judgeName } from './known-names'
import { readDate } from './read-date'
import { readStatus } from './read-status'
import {
  type EntityKind,
  type FoundRelation,
  type NamedEntity,
  RELATIONS,
  type ReadingContext,
  type RelationType,
} from './relation'

interface Column {
  readonly type: RelationType
  readonly heading: RegExp
  /** The row's subject is what the relation leads to. */
  readonly isReversed?: true
}

const OTHER_NAME =
  /^(?:also (?:called|known as)|alias(?:es)?|other names?|synonyms?|abbreviations?|acronym|(?:in )?(?:chinese|english)(?: name)?|中文名?称?|英文名?称?|别名|又称|简称|缩写|英文缩写|同义词)$/i

/** Whether a column holds other names of what the rows are about. */
export const namesOtherwise = (column: string): boolean => OTHER_NAME.test(column.trim())

/** What a column says of the row's first cell. */
const COLUMNS: readonly Column[] = [
  { type: 'owns', isReversed: true, heading: /^(?:owners?|owned by|所有者|所有人|归属)$/i },
  {
    type: 'responsible_for',
    isReversed: true,
    heading:
      /^(?:responsible|person responsible|contacts?|contact person|lead|maintainers?|负责人|责任人|对接人|联系人|维护人|牵头人)$/i,
  },
  { type: 'depends_on', heading: /^(?:depends on|dependenc(?:y|ies)|requires|依赖|依赖于|依赖项|上游)$/i },
  { type: 'blocks', isReversed: true, heading: /^(?:blocked by|blockers?|阻塞|卡点|被阻塞)$/i },
  { type: 'supplier_of', isReversed: true, heading: /^(?:suppliers?|vendors?|manufacturers?|供应商|供货商|厂商)$/i },
  { type: 'supplier_of', heading: /^(?:supplies|products?|goods|供应|供应的产品|产品|供货内容)$/i },
  { type: 'located_in', heading: /^(?:locations?|located in|site|office|where|place|地点|位置|所在地|办公地点)$/i },
  {
    type: 'part_of',
    heading: /^(?:part of|belongs to|programme|program|parent|department|team|属于|所属|所属项目|部门|团队|上级项目)$/i,
  },
  {
    type: 'due',
    heading: /^(?:deadline|due|due date|due on|go-live|launch|截止日期|截止时间|上线日期|交付日期|到期日)$/i,
  },
  { type: 'reports_to', heading: /^(?:reports to|manager|line manager|上级|直属上级|汇报对象|汇报给|主管)$/i },
  { type: 'has_status', heading: /^(?:status|state|状态|进度|进展)$/i },
  { type: 'uses', heading: /^(?:uses|runs on|technology|tech stack|stack|platform|使用|技术栈|平台)$/i },
  { type: 'same_as', heading: OTHER_NAME },
  { type: 'works_on', heading: /^(?:works on|projects?|参与项目|项目)$/i },
]
const SUBJECTS: readonly (readonly [EntityKind, RegExp])[] = [
  ['system', /system|service|application|component|module|系统|服务|应用|组件|模块/i],
  ['project', /project|programme|initiative|项目|计划/i],
  ['organisation', /supplier|vendor|company|customer|client|team|department|供应商|公司|客户|团队|部门/i],
  ['person', /person|employee|colleague|member|姓名|员工|同事|人员|成员/i],
  ['product', /product|part|material|item|产品|零件|物料|物品/i],
  ['place', /office|site|building|办公室|地点|大楼/i],
  ['document', /document|policy|contract|文档|制度|合同/i],
]
/** A heading means what it says; somebody may still have put something else below it. */
const CONFIDENCE = 0.9
const EMPTY = /^(?:[-–—/]+|n\/?a|none|tbd|无|暂无|待定|没有)?$/i
const LONGEST_NAME = 60

/** A row such as `System: Gateway; Owner: Li Na; Depends on: Ledger`: what each column says of the first. */
export function tableRelations(row: string, at: number, context: ReadingContext): FoundRelation[] {
  const cells = rowCells(row)
  const [first, ...others] = cells
  if (!first || others.length === 0 || cells.some(({ name }) => name === '')) return []
  const isSubject =
    isName(first.text) && !COLUMNS.some(({ heading, type }) => heading.test(first.name) && type === 'due')
  if (!isSubject) return []
  const kind = SUBJECTS.find(([, heading]) => heading.test(first.name))?.[0] ?? 'topic'
  const subject = nameIn(row, at, first.text, kind, context)
  return others.flatMap((cell) => relationsOf(cell, subject, { row, at, context, heading: first.name }))
}

const isName = (text: string) => !EMPTY.test(text.trim()) && text.length <= LONGEST_NAME && !/[.。!！?？]$/.test(text)

interface Row {
  readonly row: string
  /** Of the first column. */
  readonly heading: string
  readonly at: number
  readonly context: ReadingContext
}

function relationsOf({ name: heading, text }: Cell, subject: NamedEntity, { row, at, context, heading: first }: Row) {
  const column = COLUMNS.find((one) => one.heading.test(heading.trim()) && isColumnOf(one, subject.kind, first))
  if (!column) return []
  const other = column.isReversed ? RELATIONS[column.type].from : RELATIONS[column.type].to
  return valuesOf(column.type, text, context.at).flatMap((value): FoundRelation[] => {
    const named = isSpecial(column.type)
      ? { name: value, kind: other, ...placeOf(row, at, text) }
      : nameIn(row, at, value, other, context)
    const [from, to] = column.isReversed ? [named, subject] : [subject, named]
    const found = { type: column.type, from, to, start: at, end: at + row.length, by: 'table', confidence: CONFIDENCE }
    return from.name === to.name ? [] : [found]
  })
}

/** What a team's list of its words is headed by. */
const TERMS =
  /term|word|concept|abbreviation|acronym|system|service|project|product|术语|词|概念|缩写|系统|服务|项目|产品/i

/** A supplier supplies, a person works on a project; of anything else these headings say something else. */
function isColumnOf({ type, isReversed }: Column, subject: EntityKind, heading: string): boolean {
  if (type === 'same_as') return subject !== 'person' && TERMS.test(heading)
  if (type === 'supplier_of') return isReversed ? subject !== 'organisation' : subject === 'organisation'
  return type === 'works_on' || type === 'reports_to' ? subject === 'person' || subject === 'topic' : true
}

const isSpecial = (type: RelationType) => type === 'due' || type === 'has_status'

function valuesOf(type: RelationType, text: string, at: string): string[] {
  if (type === 'due') return [readDate(text, at)?.date ?? []].flat()
  if (type === 'has_status') return [readStatus(text.trim())?.status ?? []].flat()
  return text
    .split(/\s*(?:[,，、]|\band\b|和|与|以及)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && isName(part))
}

function nameIn(row: string, at: number, name: string, kind: EntityKind, context: ReadingContext): NamedEntity {
  const { quality: _, ...named } = judgeName(
    { name: name.replace(/^[《“]|[》”]$/g, ''), ...placeOf(row, at, name) },
    kind,
    context,
    false,
  )
  return named
}

function placeOf(row: string, at: number, text: string) {
  const start = at + Math.max(0, row.indexOf(text))
  return { start, end: start + text.length }
}
