import { z } from 'zod'
import { ChannelId, CollectionId, DocumentId, GraphEntityId, UserId } from './ids'
import { filledText } from './well-formed-text'

/** The longest question that is asked as a query. */
export const QUERY_TEXT_LIMIT = 2_000

const answerTypes = [
  ...(['person', 'time', 'duration', 'quantity', 'money', 'place'] as const),
  ...(['reason', 'procedure', 'yes-no', 'definition', 'other'] as const),
] as const

/** What kind of thing would answer. */
export const AnswerType = z.enum(answerTypes)
export type AnswerType = z.infer<typeof AnswerType>

/** How it is asked: to compare or to list is asked of any kind of thing. */
export const QuestionType = z.enum([...answerTypes, 'compare', 'list'])
export type QuestionType = z.infer<typeof QuestionType>

const offset = z.int().min(0).max(QUERY_TEXT_LIMIT)
const Span = z.object({ start: offset, end: offset })

const part = {
  /** Its words, the question before it, or a person who changed the query. */
  source: z.enum(['words', 'carried', 'edited']),
  /** UTF-16 offsets into the query's text; absent where nothing there says it. */
  span: Span.optional(),
}
const Role = z.enum(['about', 'from'])
const name = z.string().min(1).max(400)
const ids = <Id extends z.ZodType>(id: Id) => z.array(id).min(1).max(20)

export const QueryPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), role: Role, ids: ids(UserId), name, ...part }),
  z.object({
    kind: z.literal('time'),
    role: Role,
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    ...part,
  }),
  z.object({ kind: z.literal('document'), ids: ids(DocumentId), name, ...part }),
  z.object({ kind: z.literal('collection'), ids: ids(CollectionId), name, ...part }),
  z.object({ kind: z.literal('channel'), ids: ids(ChannelId), name, ...part }),
  z.object({ kind: z.literal('entity'), ids: ids(GraphEntityId), name, ...part }),
  z.object({ kind: z.literal('without'), words: name, ...part }),
  z.object({ kind: z.literal('negation'), ...part }),
])
export type QueryPart = z.infer<typeof QueryPart>

/**
 * A question as it was read. What names a source, a person or a time limits where the answer is looked for; it never
 * opens anything that the asker may not read.
 */
export const StructuredQuery = z.object({
  text: filledText(QUERY_TEXT_LIMIT),
  language: z.enum(['zh', 'en']),
  type: QuestionType,
  answerType: AnswerType,
  /** The words that say the type. */
  asking: Span.optional(),
  parts: z.array(QueryPart).max(20),
})
export type StructuredQuery = z.infer<typeof StructuredQuery>
