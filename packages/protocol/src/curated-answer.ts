import { z } from 'zod'
import { Citation } from './entities'
import { CollectionId, CuratedAnswerId, UserId } from './ids'
import { Instant } from './instant'

/** A quotation that a curated answer rests on, and the version of its document that it was taken from. */
export const AnswerSource = Citation.extend({ version: z.int() })
export type AnswerSource = z.infer<typeof AnswerSource>

/** In one language at least; whoever asks in the other is given this one. */
export const AnswerTexts = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
export type AnswerTexts = z.infer<typeof AnswerTexts>

/** An answer that somebody wrote and stands for: tried before anything is looked up. */
export const CuratedAnswer = z.object({
  id: CuratedAnswerId,
  /** Whoever may read the collection is given it. */
  collectionId: CollectionId,
  ownerId: UserId,
  /** The wordings that it answers, in either language. */
  phrasings: z.array(z.string()),
  texts: AnswerTexts,
  /** Those that you may read. */
  sources: z.array(AnswerSource),
  /** A document that it rests on has changed since it was confirmed, or is gone. */
  isOutdated: z.boolean(),
  confirmedBy: UserId,
  confirmedAt: Instant,
  /** From then on it is given no more, until it is confirmed again; null: it stays. */
  expiresAt: Instant.nullable(),
})
export type CuratedAnswer = z.infer<typeof CuratedAnswer>

/** How near a curated answer comes to a question. */
export const AnswerMatch = z.object({
  answerId: CuratedAnswerId,
  /** The nearest of its wordings. */
  phrasing: z.string(),
  texts: AnswerTexts,
  /** Calibrated, 0 to 1. */
  likeness: z.number(),
  /** It would be given. */
  isSame: z.boolean(),
})
export type AnswerMatch = z.infer<typeof AnswerMatch>
