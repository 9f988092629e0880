import { z } from 'zod'

/** One emoji as Unicode recommends it for interchange (UTS #51, RGI), sequences with skin tones and joiners included. */
const RGI_EMOJI = '^\\p{RGI_Emoji}$'
const pattern = new RegExp(RGI_EMOJI, 'v')

export const Emoji = z
  .string()
  .max(64)
  .refine((text) => pattern.test(text), 'emoji_invalid')
  .meta({ description: 'one emoji, such as 👍' })

/** A team's own emoji, by name: it came with an import, and can be joined or taken back where it is. */
const NAMED_EMOJI = /^:[^\s:]{1,62}:$/u

export const isNamedEmoji = (emoji: string): boolean => NAMED_EMOJI.test(emoji)

export const ReactionEmoji = z
  .string()
  .max(64)
  .refine((text) => pattern.test(text) || isNamedEmoji(text), 'emoji_invalid')
  .meta({ description: 'one emoji, such as 👍, or the name of one that the message has, such as :parrot:' })
