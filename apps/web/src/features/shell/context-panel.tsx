import './context-panel.css'
import type { ChannelId } from '@parley/protocol'
import { X } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
import { lazyPart } from '../../app/lazy-part'
import type { Panel } from '../../app/panel-location'
import { withDocumentTexts, withTexts } from '../../app/texts'
import { usePanel } from '../../app/use-panel'
import { useReturnFocus } from '../../app/use-return-focus'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { ErrorBoundary } from '../../components/error-boundary'
import { IconButton } from '../../components/icon-button'
import { SkeletonRows } from '../../components/skeleton'

const WhyPanel = lazyPart(() => withTexts('understanding', () => import('../understanding/why-panel')))
const DocumentPanel = lazyPart(() => withDocumentTexts(() => import('../knowledge/document-panel')))
const AnswerPanel = lazyPart(() => withTexts('queries', () => import('../found-answers/answer-panel')))
const TaskPanel = lazyPart(() => import('../tasks/task-panel'))
const PinsPanel = lazyPart(() => import('../collected/pins-panel'))
const FilesPanel = lazyPart(() => import('../files/files-panel'))
const FilePanel = lazyPart(() => import('../files/file-panel'))
const ProfilePanel = lazyPart(() => import('../profiles/profile-panel'))
const GroupPanel = lazyPart(() => import('../groups/group-panel'))
const ChannelPanel = lazyPart(() => import('../channels/channel-panel'))

const titles = {
  why: 'web.why.title',
  answer: 'web.search.answer',
  task: 'web.tasks.panelTitle',
  channel: 'web.channel.details',
  pins: 'web.pins.title',
  files: 'web.files.title',
  file: 'web.files.preview',
  person: 'web.profile.title',
  group: 'web.groups.title',
  document: 'web.source.title',
} as const

/** Opens beside the page, never over it while there is room. */
export function ContextPanel() {
  const { panel } = usePanel()
  useReturnFocus()
  return panel && <OpenPanel key={`${panel.kind}-${panel.id}`} panel={panel} />
}

function OpenPanel({ panel }: { panel: Panel }) {
  const text = useText()
  const { close } = usePanel()
  const isQuote = panel.kind !== 'document' || panel.start !== null
  const isDirect = useIsDirect(panel)
  const title = text(isDirect ? 'web.channel.directDetails' : isQuote ? titles[panel.kind] : 'web.knowledge.document')
  const heading = useRef<HTMLHeadingElement>(null)
  // Who opens it by keyboard goes on reading inside of it. A menu that opened it holds the focus until it is gone.
  useEffect(() => {
    const frame = requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <aside className="panel" aria-label={title}>
      <header className="panel__head">
        <h2 className="panel__title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton label={text('web.app.close')} onClick={close}>
          <X size={18} />
        </IconButton>
      </header>
      <div className="panel__body">
        <ErrorBoundary place={panel}>
          <Suspense fallback={<SkeletonRows height={52} label={text('web.app.loading')} />}>
            <PanelContent panel={panel} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </aside>
  )
}

/** Whether it tells of a conversation between people, which nobody calls a channel. */
const useIsDirect = ({ kind, id }: Panel): boolean =>
  useSession(({ channels }) => kind === 'channel' && channels.get(id as ChannelId)?.channel.kind === 'direct')

function PanelContent({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case 'why':
      return <WhyPanel messageId={panel.id} />
    case 'answer':
      return <AnswerPanel messageId={panel.id} />
    case 'document':
      return <DocumentPanel documentId={panel.id} start={panel.start} end={panel.end} />
    case 'task':
      return <TaskPanel taskId={panel.id} />
    case 'pins':
      return <PinsPanel channelId={panel.id} />
    case 'files':
      return <FilesPanel channelId={panel.id} />
    case 'file':
      return <FilePanel fileId={panel.id} />
    case 'person':
      return <ProfilePanel userId={panel.id} />
    case 'group':
      return <GroupPanel groupId={panel.id} />
    case 'channel':
      return <ChannelPanel channelId={panel.id} />
  }
}
