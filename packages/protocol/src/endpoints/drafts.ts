import { z } from 'zod'
import { command } from '../endpoint'
import { Draft } from '../entities'
import { ChannelId, MessageId } from '../ids'
import { MESSAGE_TEXT_LIMIT, wellFormedText } from '../well-formed-text'

export const saveDraft = command('drafts.save', {
  summary: 'Keep what you have begun to write for your other devices; an empty text drops it',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    threadId: MessageId.nullable().default(null),
    text: wellFormedText(MESSAGE_TEXT_LIMIT),
  }),
  answer: z.object({ draft: Draft }),
  errors: ['not_found', 'not_a_member', 'text_too_long', 'text_not_storable'],
})
