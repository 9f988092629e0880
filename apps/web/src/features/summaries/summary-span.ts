import type { QueryParameters } from '@parley/protocol'

/** Of which messages a summary is asked for: the last so many, or since a time; of neither, the unread. */
export type SummarySpan = Pick<QueryParameters<'messages.summarize'>, 'last' | 'since'>
