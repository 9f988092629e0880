import type { ChannelView } from '@parley/client'
import { directPartners } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'

export function usePlaceholder({ channel }: ChannelView): string {
  const text = useText()
  const names = useNames()
  const session = useSession((it) => it)
  if (channel.kind !== 'direct') return text('web.composer.placeholder', { channel: names.channel(channel) })
  const isAssistants = directPartners(channel, session).every((user) => user.kind === 'assistant')
  if (isAssistants) return text('web.composer.placeholderAssistant')
  return text('web.composer.placeholderPerson', { name: names.channel(channel) })
}
