import type { Collection, DocumentSummary } from '@parley/protocol'
import { FileText, Trash2 } from 'lucide-react'
import { shortDate } from '../../app/time'
import { usePanel } from '../../app/use-panel'
import { useReader } from '../../app/use-reader'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { useRemoval } from '../../components/removals'
import { mayChangeDocument } from './may-change-document'
import { MoveMenu } from './move-menu'
import { tellDocumentsChanged } from './use-documents'

export interface DocumentRowProps {
  readonly document: DocumentSummary
  readonly collections: readonly Collection[]
}

export function DocumentRow({ document, collections }: DocumentRowProps) {
  const text = useText()
  const reader = useReader()
  const { open } = usePanel()
  const remove = useRemove(document)
  const isChangeable = mayChangeDocument(useMe(), document, collections)
  const { id, title } = document
  const notes = [
    text(document.language === 'zh' ? 'web.why.languageZh' : 'web.why.languageEn'),
    text('web.knowledge.passages', { count: document.passageCount }),
    ...(document.version > 1 ? [text('web.documents.newVersion', { version: document.version })] : []),
    shortDate(document.changedAt ?? document.createdAt, reader),
  ]
  return (
    <li className="row">
      <FileText size={18} aria-hidden="true" className="document__icon" />
      <button
        type="button"
        className="row__main"
        onClick={() => open({ kind: 'document', id, start: null, end: null })}
      >
        <span className="row__title">{title}</span>
        <span className="row__note">{notes.join(' · ')}</span>
      </button>
      {isChangeable && <MoveMenu document={document} collections={collections} />}
      {isChangeable && (
        <IconButton label={text('web.knowledge.removeNamed', { title })} onClick={remove}>
          <Trash2 size={16} />
        </IconButton>
      )}
    </li>
  )
}

function useRemove({ id, title }: DocumentSummary): () => void {
  const text = useText()
  const { client } = useServices()
  const removeLater = useRemoval()
  return () =>
    removeLater({
      id,
      text: text('web.knowledge.removed', { title }),
      act: () => client.command('knowledge.removeDocument', { documentId: id }).then(tellDocumentsChanged),
    })
}
