import { z } from 'zod'
import { DocumentSummary } from './entities'
import { DocumentId } from './ids'
import { Instant } from './instant'

const Other = z.object({ id: DocumentId, title: z.string() })
const Quote = z.object({ text: z.string(), start: z.int() })

/** Why a document should be looked at. */
export const HealthReason = z.discriminatedUnion('kind', [
  /** Neither changed nor looked over for so long. */
  z.object({ kind: z.literal('stale'), since: Instant }),
  /** The date on which it was to be looked over again is past. */
  z.object({ kind: z.literal('review-due'), at: Instant }),
  /** Of all that was asked, no answer rested on it. */
  z.object({ kind: z.literal('never-cited'), since: Instant }),
  z.object({ kind: z.literal('double'), other: Other, likeness: z.number() }),
  z.object({ kind: z.literal('contradiction'), other: Other, quote: Quote, otherQuote: Quote }),
  /** Somebody has taken it out of answers. */
  z.object({ kind: z.literal('outdated'), at: Instant }),
])
export type HealthReason = z.infer<typeof HealthReason>

export const DocumentHealth = z.object({
  document: DocumentSummary,
  reviewedAt: Instant.nullable(),
  reviewAt: Instant.nullable(),
  reasons: z.array(HealthReason),
})
export type DocumentHealth = z.infer<typeof DocumentHealth>
