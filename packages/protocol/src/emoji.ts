import { z } from 'zod'

/** One emoji as Unicode recommends it for interchange (UTS #51, RGI), sequences with skin tones and joiners included. */
const RGI_EMOJI = '^\\p{RGI_Emoji}$'
const pattern = new RegExp(RGI_EMOJI, 'v')

export const Emoji = z
  .string()
  .max(64)
  .refine((text) => pattern.test(text), 'emoji_invalid')
  .meta({ description: 'one emoji, such as 👍' })
