import type { ChannelView } from '@parley/client'
import { directPartners } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { useConversation } from '../conversation/conversation-state'

/** What the text field is called, and what stands in it while it is empty. */
export function usePlaceholder({ channel }: ChannelView): { readonly label: string; readonly placeholder: string } {
  const text = useText()
  const { threadId } = useConversation()
  const name = useNames().channel(channel)
  const isAssistants = useSession((session) => {
    const isDirect = channel.kind === 'direct'
    return isDirect && directPartners(channel, session).every((user) => user.kind === 'assistant')
  })
  if (threadId) return { label: text('web.thread.reply'), placeholder: text('web.thread.placeholder') }
  const label = text('web.composer.label', { channel: name })
  return { label, placeholder: placeholderOf(text, name, { isDirect: channel.kind === 'direct', isAssistants }) }
}

interface Partner {
  readonly isDirect: boolean
  readonly isAssistants: boolean
}

function placeholderOf(text: Text, name: string, { isDirect, isAssistants }: Partner): string {
  if (!isDirect) return text('web.composer.placeholder', { channel: name })
  return isAssistants ? text('web.composer.placeholderAssistant') : text('web.composer.placeholderPerson', { name })
}
