import { z } from 'zod'
import { command } from '../endpoint'
import { Draft } from '../entities'
import { ChannelId, FileId, MessageId } from '../ids'
import { MESSAGE_TEXT_LIMIT, wellFormedText } from '../well-formed-text'
import { FILES_A_MESSAGE } from './messages'

const fileIds = z.array(FileId).max(FILES_A_MESSAGE).default([])

export const saveDraft = command('drafts.save', {
  summary: 'Keep what you have begun to write for your other devices; without text and files it is dropped',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    threadId: MessageId.nullable().default(null),
    /** Left out: it stays as it is. */
    text: wellFormedText(MESSAGE_TEXT_LIMIT).optional(),
    /** Your own, complete and not sent. Added and removed one by one: devices do not undo what others have done. */
    addedFileIds: fileIds,
    removedFileIds: fileIds,
  }),
  answer: z.object({ draft: Draft }),
  errors: ['not_found', 'not_a_member', 'text_too_long', 'text_not_storable'],
})
