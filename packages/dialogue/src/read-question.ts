import { type QueryPart, readQuery, type StructuredQuery } from '@parley/knowledge'
import { readPeriods, recognisePeople } from '@parley/nlu'
import type { Scene } from './draft'
import type { QuestionReading } from './follow-up'

/** Reads a question as it stands, with the people, times and sources that the asker may mean. */
export function readQuestion(text: string, { turn }: Pick<Scene, 'turn'>): StructuredQuery {
  const { situation, sources } = turn
  const people = recognisePeople(text, situation.directory).flatMap(({ start, end, value }) =>
    value.type === 'person' ? [{ start, end, ids: value.personIds, name: value.name }] : [],
  )
  return readQuery({ text, people, times: readPeriods(text, situation), ...(sources && { sources }) })
}

/** What a reading is held against: the message, and the question before it. */
interface Ground extends Pick<Scene, 'turn' | 'text'> {
  readonly state: Pick<Scene['state'], 'lastQuery'>
}

/** A reading of the message as a query: what it takes over from the question before says so. */
export function queryOf({ question, leans }: QuestionReading, scene: Ground): StructuredQuery {
  const query = readQuestion(question, scene)
  if (leans === null) return query
  const own = leans === 'in-context' ? ownType(query, scene) : {}
  const parts = query.parts.map((part) => (isSaidIn(scene.text, query.text, part) ? part : carried(part)))
  return { ...query, ...own, parts: [...parts, ...unsaid(scene.state.lastQuery, query)] }
}

const carried = <Part extends QueryPart>(part: Part): Part => ({ ...part, source: 'carried' })

function isSaidIn(message: string, text: string, { span }: QueryPart): boolean {
  const words = text.slice(span?.start, span?.end).replace(/[\s,，]+$/, '')
  return span !== undefined && message.toLowerCase().includes(words.trim().toLowerCase())
}

/** What a person put into the last query without a word in its text goes on to hold, unless this one says it anew. */
function unsaid(last: StructuredQuery | undefined, query: StructuredQuery): QueryPart[] {
  const isNew = (part: QueryPart) => !query.parts.some(({ kind }) => kind === part.kind)
  return (last?.parts ?? []).filter((part) => part.span === undefined && isNew(part)).map(carried)
}

/** Of two questions one after the other, the second says what is asked. */
function ownType({ text }: StructuredQuery, scene: Ground): Pick<StructuredQuery, 'type' | 'answerType' | 'asking'> {
  const own = readQuestion(scene.text, scene)
  const words = own.asking && own.text.slice(own.asking.start, own.asking.end)
  const start = words === undefined ? -1 : text.lastIndexOf(words)
  const asking = words !== undefined && start >= 0 ? { asking: { start, end: start + words.length } } : {}
  return { type: own.type, answerType: own.answerType, ...asking }
}
