import { useNames } from '../../app/use-names'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { useThreadPlace } from '../threads/use-thread-place'
import { answerText } from './answer-text'
import type { FoundAnswer } from './use-found-answer'

/** An answer is said to others by its reader, in their name and with its sources. */
export function PostAnswer({ found }: { found: FoundAnswer }) {
  const text = useText()
  const names = useNames()
  const { client } = useServices()
  const { open } = useThreadPlace()
  const { channelId, threadId } = found
  const mayWrite = useSession(({ channels }) => {
    const view = channels.get(channelId)
    return view !== undefined && !view.channel.archivedAt
  })
  const words = { origin: location.origin, source: text('web.found.source'), nameOf: names.personById }
  const content = answerText(found, words)
  const post = () => {
    client.send(channelId, content, { threadId })
    open({ channelId, threadId })
  }
  return (
    <div className="found-answer__post">
      {mayWrite && <Button onClick={post}>{text('web.found.post')}</Button>}
      <CopyButton content={content} label={text('web.found.copy')} />
      {mayWrite && !found.isForEverybody && <p className="found-answer__note">{text('web.found.notForAll')}</p>}
    </div>
  )
}
