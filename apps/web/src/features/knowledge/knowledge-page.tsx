import './knowledge.css'
import { BookOpen, FolderPlus, Plus, Waypoints } from 'lucide-react'
import { Suspense } from 'react'
import { Link, useLocation } from 'wouter'
import { lazyPart } from '../../app/lazy-part'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { DropArea } from '../../components/drop-area'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { usePendingRemovals } from '../../components/removals'
import { Segmented } from '../../components/segmented'
import { SkeletonRows } from '../../components/skeleton'
import { AnswersPart } from '../answers/answers-part'
import { QuestionsPart } from '../answers/questions-part'
import { isAdministrator } from '../people/is-administrator'
import { useIsGuest } from '../people/use-is-guest'
import { PageHead } from '../shell/page-head'
import { CollectionList } from './collection-list'
import { UploadList } from './upload-list'
import { useDocumentUploads } from './use-document-uploads'
import { useDocuments } from './use-documents'

const HealthPart = lazyPart(() => import('../health/health-part'))
const SourcesPart = lazyPart(() => import('../sources/sources-part'))

export default function KnowledgePage() {
  const text = useText()
  const { open } = useOverlay()
  const uploads = useDocumentUploads()
  const isGuest = useIsGuest()
  return (
    <>
      <PageHead title={text('web.knowledge.title')}>
        <Link
          href="/graph"
          className="icon-button"
          aria-label={text('web.knowledge.graph')}
          title={text('web.knowledge.graph')}
        >
          <Waypoints size={18} />
        </Link>
        <NewCollection />
        {!isGuest && (
          <Button look="primary" onClick={() => open({ kind: 'add-document' })}>
            <Plus size={16} aria-hidden="true" />
            {text('web.knowledge.add')}
          </Button>
        )}
      </PageHead>
      <DropArea label={text('web.knowledge.dropHere')} onFiles={(files) => uploads.add(files)}>
        <main className="page">
          <div className="page__inner">
            <Parts />
          </div>
        </main>
      </DropArea>
    </>
  )
}

const PARTS = {
  documents: { path: '/knowledge', label: 'web.answers.documents' },
  answers: { path: '/knowledge/answers', label: 'web.answers.answers' },
  sources: { path: '/knowledge/sources', label: 'web.sources.tab' },
  health: { path: '/knowledge/health', label: 'web.health.tab' },
  questions: { path: '/knowledge/questions', label: 'web.questions.tab' },
} as const
type Part = keyof typeof PARTS

/** What is for those who look after the knowledge base. */
const CURATED: ReadonlySet<Part> = new Set(['sources', 'health', 'questions'])

function Parts() {
  const text = useText()
  const [path, navigate] = useLocation()
  const isCurator = useIsCurator()
  const parts = (Object.keys(PARTS) as Part[]).filter((one) => isCurator || !CURATED.has(one))
  const part = parts.find((one) => PARTS[one].path === path) ?? 'documents'
  return (
    <>
      <Segmented
        label={text('web.answers.tabs')}
        value={part}
        options={parts.map((value) => ({ value, label: text(PARTS[value].label) }))}
        onValue={(value) => navigate(PARTS[value].path)}
      />
      {part === 'documents' && <Documents />}
      {part === 'answers' && <AnswersPart />}
      {part === 'questions' && <QuestionsPart />}
      <Suspense fallback={<SkeletonRows height={84} label={text('web.app.loading')} />}>
        {part === 'sources' && <SourcesPart />}
        {part === 'health' && <HealthPart />}
      </Suspense>
    </>
  )
}

/** Who looks after the knowledge base sees what it could not answer. */
function useIsCurator(): boolean {
  const me = useMe()
  const { loaded } = useDocuments()
  const owns = loaded.phase === 'ready' && loaded.answer.collections.some(({ ownerId }) => ownerId === me.id)
  return owns || isAdministrator(me)
}

function Documents() {
  const text = useText()
  return (
    <>
      <p className="page__intro knowledge__intro">{text('web.knowledge.intro')}</p>
      <UploadList />
      <DocumentList />
    </>
  )
}

function DocumentList() {
  const text = useText()
  const { open } = useOverlay()
  const { loaded, reload } = useDocuments()
  const removed = usePendingRemovals()
  const isGuest = useIsGuest()
  if (loaded.phase === 'loading') return <SkeletonRows height={60} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const documents = loaded.answer.documents.filter((document) => !removed.has(document.id))
  const { collections } = loaded.answer
  if (documents.length === 0 && collections.length < 2) {
    if (isGuest) return <EmptyState icon={BookOpen} title={text('web.knowledge.empty')} />
    return (
      <EmptyState icon={BookOpen} title={text('web.knowledge.empty')} hint={text('web.knowledge.emptyHint')}>
        <Button onClick={() => open({ kind: 'add-document' })}>{text('web.knowledge.add')}</Button>
      </EmptyState>
    )
  }
  return <CollectionList collections={collections} documents={documents} />
}

function NewCollection() {
  const text = useText()
  const { open } = useOverlay()
  const me = useMe()
  if (!isAdministrator(me)) return null
  return (
    <IconButton
      label={text('web.documents.newCollection')}
      onClick={() => open({ kind: 'collection', collection: null })}
    >
      <FolderPlus size={18} />
    </IconButton>
  )
}
