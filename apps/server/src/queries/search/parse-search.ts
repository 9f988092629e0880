/** One thing that a query asks for. All of them must hold, negated ones must not. */
export type Criterion = { readonly isNegated: boolean } & (
  | { readonly kind: 'words' | 'phrase'; readonly text: string }
  | { readonly kind: 'in' | 'from'; readonly name: string }
  | { readonly kind: 'before' | 'after' | 'on'; readonly date: SearchDate }
  | { readonly kind: 'has'; readonly what: 'link' | 'file' | 'image' | 'reaction' | 'pin' | 'task' }
  | { readonly kind: 'is'; readonly what: 'thread' | 'saved' | 'mine' }
)

/** A day of the calendar (`2026-11-23`), or one as seen from today. */
export type SearchDate = string

type Operator = Exclude<Criterion['kind'], 'words' | 'phrase'>

const OPERATORS: Readonly<Record<string, Operator>> = {
  in: 'in',
  在: 'in',
  频道: 'in',
  from: 'from',
  来自: 'from',
  before: 'before',
  早于: 'before',
  之前: 'before',
  after: 'after',
  晚于: 'after',
  之后: 'after',
  on: 'on',
  日期: 'on',
  has: 'has',
  包含: 'has',
  有: 'has',
  is: 'is',
  是: 'is',
}

const CONTENTS: Readonly<Record<string, (Criterion & { kind: 'has' })['what']>> = {
  link: 'link',
  链接: 'link',
  file: 'file',
  文件: 'file',
  附件: 'file',
  image: 'image',
  图片: 'image',
  reaction: 'reaction',
  表情回应: 'reaction',
  回应: 'reaction',
  pin: 'pin',
  置顶: 'pin',
  task: 'task',
  任务: 'task',
}

const STATES: Readonly<Record<string, (Criterion & { kind: 'is' })['what']>> = {
  thread: 'thread',
  话题: 'thread',
  saved: 'saved',
  收藏: 'saved',
  已保存: 'saved',
  稍后处理: 'saved',
  mine: 'mine',
  我的: 'mine',
}

const DAYS: Readonly<Record<string, SearchDate>> = {
  today: 'today',
  今天: 'today',
  yesterday: 'yesterday',
  昨天: 'yesterday',
}

/** A minus, an operator, and what stands in quotes or goes on to the next space. An open quote goes to the end. */
const TOKEN = /([-－−]?)(?:(\p{L}+)[:：])?(?:["“”]([^"“”]*)(?:["“”]|$)|(\S+))/gu

/**
 * Reads a query. There are no errors: what is no operator, or an operator with a value that it does not know, is looked
 * for as words.
 */
export function parseSearch(query: string): Criterion[] {
  return [...query.matchAll(TOKEN)].flatMap(([token, minus = '', operator, quoted, plain]) => {
    const isNegated = minus !== ''
    const value = quoted ?? plain ?? ''
    const criterion = operator === undefined ? null : asOperator(operator, value.trim(), isNegated)
    if (criterion) return [criterion]
    if (operator === undefined && quoted !== undefined) return asText('phrase', quoted, isNegated)
    return asText('words', isNegated ? token.slice(minus.length) : token, isNegated)
  })
}

function asText(kind: 'words' | 'phrase', text: string, isNegated: boolean): Criterion[] {
  return text.trim() === '' ? [] : [{ kind, text: text.trim(), isNegated }]
}

function asOperator(word: string, value: string, isNegated: boolean): Criterion | null {
  const kind = own(OPERATORS, word.toLowerCase())
  if (!kind || value === '') return null
  switch (kind) {
    case 'in':
    case 'from':
      return { kind, name: value, isNegated }
    case 'before':
    case 'after':
    case 'on': {
      const date = asDate(value)
      return date ? { kind, date, isNegated } : null
    }
    case 'has': {
      const what = own(CONTENTS, value.toLowerCase())
      return what ? { kind, what, isNegated } : null
    }
    case 'is': {
      const what = own(STATES, value.toLowerCase())
      return what ? { kind, what, isNegated } : null
    }
  }
}

/** Not what every object inherits: `constructor:` is no operator. */
const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/

function asDate(value: string): SearchDate | null {
  const day = own(DAYS, value.toLowerCase())
  if (day) return day
  const [, year = '', month = '', date = ''] = DATE.exec(value) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const instant = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null
}
