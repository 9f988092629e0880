import './files.css'
import { ChannelId, type FileKind } from '@parley/protocol'
import { Files } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { Segmented } from '../../components/segmented'
import { SkeletonRows } from '../../components/skeleton'
import { messagePath } from '../conversation/message-path'
import { NotFound } from '../shell/not-found'
import { FileCard } from './file-card'
import { type ListedFile, useFilesList } from './use-files-list'

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
  const { files, error, hasOlder, isLoading, loadOlder, reload } = useFilesList(channelId, kind)
  if (error !== null) return <Failure error={error} onRetry={reload} />
  if (files === null) return <SkeletonRows height={64} count={4} label={text('web.app.loading')} />
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
      {hasOlder && (
        <Button onClick={loadOlder} disabled={isLoading}>
          {text('web.files.older')}
        </Button>
      )}
    </>
  )
}

function Entry({ shared }: { shared: ListedFile }) {
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
