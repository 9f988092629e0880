import { z } from 'zod'

/** What speaks for what the assistant did; the words of each are `reason.<key>` of `@parley/locale`. */
export const ReasonKey = z.enum([
  'intent',
  'wording',
  'openFlow',
  'resumed',
  'taskFound',
  'correctsTask',
  'notAnOrder',
  'confirmed',
  'source',
  'said',
  'graph',
  'oneEdge',
  'followUp',
  'askedForPerson',
  'acceptedOffer',
  'soundsUrgent',
  'noSource',
  'notUnderstood',
  'faultEmpty',
  'faultWrongLanguage',
  'faultUnfilledPlaceholder',
  'faultUngrounded',
  'faultSecret',
  'passedOn',
])
export type ReasonKey = z.infer<typeof ReasonKey>

const BothLanguages = z.object({ zh: z.string(), en: z.string() })

/**
 * Why the assistant did something. Whoever reads it may read another language than the assistant wrote: what is ours is told
 * by its key and put into words where it is read. A mere text is from before there were keys.
 */
export const Reason = z.union([
  z.string(),
  z.object({ key: ReasonKey, values: z.record(z.string(), z.union([z.string(), z.number(), BothLanguages])) }),
])
export type Reason = z.infer<typeof Reason>
