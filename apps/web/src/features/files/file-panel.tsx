import './files.css'
import { FileId, type FileInfo } from '@parley/protocol'
import { FileQuestion } from 'lucide-react'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { NotFound } from '../shell/not-found'
import { FileCard } from './file-card'
import { fileUrl, isPicture, lookOf } from './file-kind'
import { TextPreview } from './text-preview'

const PdfPreview = lazyPart(() => import('./pdf-preview'))

export default function FilePanel({ fileId }: { fileId: string }) {
  const id = FileId.safeParse(fileId).data
  return id ? <LoadedFile fileId={id} /> : <NotFound />
}

function LoadedFile({ fileId }: { fileId: FileId }) {
  const text = useText()
  const { loaded, reload } = useQuery('files.get', { fileId })
  if (loaded.phase === 'loading') return <SkeletonRows height={52} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { file } = loaded.answer
  return (
    <section className="panel__section">
      <FileCard file={file} />
      <Preview file={file} />
    </section>
  )
}

function Preview({ file }: { file: FileInfo }) {
  const text = useText()
  if (isPicture(file)) {
    return (
      <img
        className="preview__picture"
        src={fileUrl(file.id)}
        width={file.width}
        height={file.height}
        alt={file.name}
      />
    )
  }
  switch (lookOf(file.mimeType)) {
    case 'text':
      return <TextPreview file={file} />
    case 'pdf':
      return (
        <Suspense fallback={<SkeletonRows height={420} count={1} label={text('web.app.loading')} />}>
          <PdfPreview file={file} />
        </Suspense>
      )
    default:
      return <EmptyState icon={FileQuestion} title={text('web.files.noPreview')} hint="" />
  }
}
