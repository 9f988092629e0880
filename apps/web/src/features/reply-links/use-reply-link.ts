import type { Message, ReplyLink } from '@parley/protocol'
import { useCallback } from 'react'
import { useCommand } from '../../app/use-command'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'

export interface ReplyLinkControl {
  readonly confirm: () => void
  readonly dismiss: () => void
  readonly reopen: () => void
}

/** What a reader may say to a link, each of it taken back at one press; null for those who only look. */
export function useReplyLink(message: Message, link: ReplyLink): ReplyLinkControl | null {
  const text = useText()
  const command = useCommand()
  const me = useMe()
  const isClosed = useSession(({ channels }) => channels.get(message.channelId)?.channel.archivedAt !== null)
  const { state: before } = link
  const settle = useCallback(
    (state: ReplyLink['state'], said: string | null) => {
      const body = { messageId: message.id, state }
      const takeBack = () => command('messages.settleReply', { ...body, state: before })
      command('messages.settleReply', body, said === null ? undefined : { text: said, onUndo: takeBack })
    },
    [command, message.id, before],
  )
  if (isClosed || me.role === 'guest') return null
  return {
    confirm: () => settle('confirmed', text('web.replyLink.confirmed')),
    dismiss: () => settle('dismissed', text('web.replyLink.dismissed')),
    reopen: () => settle('proposed', null),
  }
}
