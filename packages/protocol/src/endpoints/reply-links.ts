import { z } from 'zod'
import { command } from '../endpoint'
import { Message, ReplyLink } from '../entities'
import { MessageId } from '../ids'

export const settleReply = command('messages.settleReply', {
  summary:
    'Say that a message answers the earlier one that it seems to answer, or that it does not, or leave that open again',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, state: ReplyLink.shape.state }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'not_a_member', 'forbidden', 'channel_archived'],
})
