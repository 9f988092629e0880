import type { QueryPart, StructuredQuery } from '@parley/protocol'
import type { Reader } from '../../app/time'
import type { Text } from '../../app/use-text'

/** What a part of a query is called on its chip. */
export function partWords(part: QueryPart, query: StructuredQuery, text: Text, reader: Reader): string {
  switch (part.kind) {
    case 'person':
      return part.role === 'from' ? text('web.query.by', { name: part.name }) : part.name
    case 'time':
      return timeWords(part, query, text, reader)
    case 'entity':
      return part.name
    case 'document':
    case 'collection':
      return text('web.query.in', { name: part.name })
    case 'channel':
      return `#${part.name}`
    case 'without':
      return text('web.query.without', { words: part.words })
    case 'negation':
      return text('web.query.negation')
  }
}

type TimePart = Extract<QueryPart, { readonly kind: 'time' }>

/** In the words of the question where it says them, else by its days. */
function timeWords(part: TimePart, query: StructuredQuery, text: Text, reader: Reader): string {
  const said = part.span ? query.text.slice(part.span.start, part.span.end) : days(part, text, reader)
  return part.role === 'from' ? text('web.query.changedIn', { days: said }) : said
}

function days({ from, to }: TimePart, text: Text, { language }: Reader): string {
  const said = (day: string) => dayWords(day, language)
  if (from === null) return to === null ? '' : text('web.query.until', { day: said(to) })
  if (to === null) return text('web.query.since', { day: said(from) })
  return from === to ? said(from) : text('web.query.within', { from: said(from), to: said(to) })
}

/** A calendar day belongs to no zone. */
const dayWords = (day: string, language: Reader['language']): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(`${day}T12:00:00Z`),
  )
