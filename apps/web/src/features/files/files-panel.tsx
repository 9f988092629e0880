import './files.css'
import { ChannelId, type FileKind, type SharedFile } from '@parley/protocol'
import { Files } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { MoreButton } from '../../components/more-button'
import { Segmented } from '../../components/segmented'
import { SkeletonRows } from '../../components/skeleton'
import { messagePath } from '../conversation/message-path'
import { NotFound } from '../shell/not-found'
import { FileCard } from './file-card'
import { useFilesList } from './use-files-list'

export default function FilesPanel({ channelId }: { channelId: string }) {
  const id = ChannelId.safeParse(channelId).data
  return id ? <ChannelFiles channelId={id} /> : <NotFound />
}

const kinds = ['all', 'image', 'document', 'other'] as const

/** All that was sent in a channel, its threads included. */
function ChannelFiles({ channelId }: { channelId: ChannelId }) {
  const text = useText()
  const [kind, setKind] = useState<FileKind | 'all'>('all')
  return (
    <>
      <Segmented
        label={text('web.files.filter')}
        value={kind}
        options={kinds.map((value) => ({ value, label: text(`web.files.filter.${value}`) }))}
        onValue={setKind}
      />
      <FileList key={kind} channelId={channelId} kind={kind === 'all' ? undefined : kind} />
    </>
  )
}

function FileList({ channelId, kind }: { channelId: ChannelId; kind: FileKind | undefined }) {
  const text = useText()
  const pages = useFilesList(channelId, kind)
  const { loaded, reload } = pages
  if (loaded.phase === 'loading') return <SkeletonRows height={64} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const files = loaded.answer.flatMap((page) => page.files)
  if (files.length === 0) {
    return <EmptyState icon={Files} title={text('web.files.empty')} hint={text('web.files.emptyHint')} />
  }
  return (
    <>
      <ul className="file-list">
        {files.map((it) => (
          <Entry key={it.file.id} shared={it} />
        ))}
      </ul>
      <MoreButton pages={pages} label={text('web.files.older')} />
    </>
  )
}

function Entry({ shared }: { shared: SharedFile }) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const { file, authorId, sentAt } = shared
  return (
    <li className="file-list__entry">
      <FileCard file={file} />
      <p className="file-list__facts">
        {text('web.files.sentBy', { name: names.personById(authorId), date: shortDate(sentAt, reader) })}
        <Link href={messagePath(shared)} className="link-button">
          {text('web.collected.open')}
        </Link>
      </p>
    </li>
  )
}
