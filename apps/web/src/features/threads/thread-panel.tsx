import './threads.css'
import { Sparkles, TextQuote, X } from 'lucide-react'
import { Suspense, useEffect, useMemo, useReducer, useRef } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { Announcer } from '../conversation/announcer'
import { ConversationContext, focusReducer, nothingFocused } from '../conversation/conversation-state'
import { MessageList } from '../conversation/message-list'
import { DropFiles } from '../files/drop-files'
import { FollowButton } from './follow-button'
import { ThreadComposer } from './thread-composer'
import type { ThreadPlace } from './thread-place'
import { useThreadFeed } from './use-thread-feed'
import { useThreadPlace } from './use-thread-place'

const LinkedReplies = lazyPart(() => withTexts('replies', () => import('../reply-links/linked-replies')))

/** The thread that the address names, beside the page; on a narrow screen in its place. */
export function ThreadPanel() {
  const { thread } = useThreadPlace()
  // Of a channel that the reader is not in the page says what there is to say.
  const isKnown = useSession(({ channels }) => thread !== null && channels.has(thread.channelId))
  return thread && isKnown && <OpenThreadPanel key={thread.threadId} thread={thread} />
}

function OpenThreadPanel({ thread }: { thread: ThreadPlace }) {
  const text = useText()
  return (
    <aside className="panel thread" aria-label={text('web.thread.title')} data-conversation="thread">
      <ThreadHead thread={thread} />
      <Replies thread={thread} />
    </aside>
  )
}

function ThreadHead({ thread }: { thread: ThreadPlace }) {
  const text = useText()
  const names = useNames()
  const overlays = useOverlay()
  const panels = usePanel()
  const { close } = useThreadPlace()
  const isNarrow = useIsNarrow()
  const channel = useSession((session) => session.channels.get(thread.channelId)?.channel)
  const isHere = useSession((session) => Boolean(session.openThreads.get(thread.threadId)?.root))
  const heading = useRef<HTMLHeadingElement>(null)
  // Where there is room the focus goes to the text field; on a phone its keyboard would cover what one came to read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is opened
  useEffect(() => {
    if (isNarrow) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="panel__head">
      <div className="thread__titles">
        <h2 className="panel__title" ref={heading} tabIndex={-1}>
          {text('web.thread.title')}
        </h2>
        {channel && <p className="thread__channel">{names.channel(channel)}</p>}
      </div>
      {isHere && (
        <IconButton
          label={text('web.message.lookInto')}
          onClick={() => panels.open({ kind: 'answer', id: thread.threadId })}
        >
          <Sparkles size={18} />
        </IconButton>
      )}
      {isHere && (
        <IconButton
          label={text('web.summary.open')}
          onClick={() =>
            overlays.open({ kind: 'summary', channelId: thread.channelId, threadId: thread.threadId, span: {} })
          }
        >
          <TextQuote size={18} />
        </IconButton>
      )}
      {isHere && <FollowButton threadId={thread.threadId} />}
      <IconButton label={text('web.thread.close')} onClick={close}>
        <X size={18} />
      </IconButton>
    </header>
  )
}

function Replies({ thread }: { thread: ThreadPlace }) {
  const text = useText()
  const [focus, dispatch] = useReducer(focusReducer, nothingFocused)
  const { channelId, threadId, seq } = thread
  const control = useMemo(
    () => ({ channelId, threadId, targetSeq: seq, focus, dispatch }),
    [channelId, threadId, seq, focus],
  )
  const feed = useThreadFeed(thread)
  const isArchived = useSession(({ channels }) => Boolean(channels.get(channelId)?.channel.archivedAt))
  return (
    <ConversationContext value={control}>
      <div className="conversation">
        <DropFiles isArchived={isArchived}>
          <MessageList feed={feed} label={text('web.thread.label')} start={null} />
          <Suspense fallback={null}>
            <LinkedReplies channelId={channelId} threadId={threadId} />
          </Suspense>
          <ThreadComposer channelId={channelId} messages={feed.window.messages} />
        </DropFiles>
        <Announcer isHeard={(message) => message.threadId === threadId} />
      </div>
    </ConversationContext>
  )
}
