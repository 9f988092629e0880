import type { ChannelId, MessageId } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { mayPost } from '../moderation/channel-rights'
import { type Summary, summaryText } from './summary-text'

interface SummaryFootProps {
  readonly summary: Summary
  readonly title: string
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
}

/** A summary that has something to say can be copied, and posted for all. */
export function SummaryFoot({ summary, title, channelId, threadId }: SummaryFootProps) {
  const text = useText()
  const names = useNames()
  const { client } = useServices()
  const { close } = useOverlay()
  const mayPostHere = useMayPostHere(channelId, threadId)
  const { points, decisions, promises, openQuestions } = summary
  if ([points, decisions, promises, openQuestions].every(({ length }) => length === 0)) return null
  const content = summaryText(summary, {
    title,
    decisions: text('web.summary.decisions'),
    promises: text('web.summary.promises'),
    openQuestions: text('web.summary.openQuestions'),
    origin: location.origin,
    nameOf: names.personById,
  })
  const post = () => {
    client.send(channelId, content, { threadId })
    close()
  }
  return (
    <footer className="summary__foot">
      <p className="summary__note">{text('web.summary.note')}</p>
      <CopyButton content={content} label={text('web.summary.copy')} />
      {mayPostHere && <Button onClick={post}>{text(threadId ? 'web.summary.postThread' : 'web.summary.post')}</Button>}
    </footer>
  )
}

/** An archived channel is for reading, and where only moderators begin conversations the others reply in threads. */
function useMayPostHere(channelId: ChannelId, threadId: MessageId | null): boolean {
  const me = useMe()
  return useSession(({ channels }) => {
    const view = channels.get(channelId)
    return view !== undefined && view.channel.archivedAt === null && (threadId !== null || mayPost(view, me))
  })
}
