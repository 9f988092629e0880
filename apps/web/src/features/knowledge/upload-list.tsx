import './uploads.css'
import { Check, CircleAlert, FileText, RotateCw, X } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { usePanel } from '../../app/use-panel'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import type { DocumentUpload } from './document-uploads'
import { useDocumentUploads, useShownUploads } from './use-document-uploads'

/** How far each file is; nothing while there are none. */
export function UploadList() {
  const text = useText()
  const uploads = useShownUploads()
  if (uploads.length === 0) return null
  return (
    <ul className="uploads" aria-label={text('web.documents.uploads')}>
      {uploads.map((upload) => (
        <li key={upload.id} className="upload" data-phase={upload.phase}>
          <PhaseIcon phase={upload.phase} />
          <span className="upload__text">
            <span className="upload__name">{upload.file.name}</span>
            <Phase upload={upload} />
          </span>
          <Choices upload={upload} />
        </li>
      ))}
    </ul>
  )
}

function PhaseIcon({ phase }: Pick<DocumentUpload, 'phase'>) {
  const Icon = phase === 'added' ? Check : phase === 'failed' ? CircleAlert : FileText
  return <Icon size={18} aria-hidden="true" className="upload__icon" />
}

function Phase({ upload: { phase, error, answer, file } }: { upload: DocumentUpload }) {
  const text = useText()
  const language = useLanguage()
  if (phase === 'failed') {
    return (
      <span className="upload__state" role="alert">
        {describeError(error, language).text}
      </span>
    )
  }
  return (
    <span className="upload__state" role="status">
      {answer ? <Outcome answer={answer} /> : text(`web.documents.${phase}`)}
      {phase === 'reading' && <progress className="upload__progress" aria-label={file.name} />}
    </span>
  )
}

/** What became of it: new, a new version, or nothing new. */
function Outcome({ answer }: { answer: NonNullable<DocumentUpload['answer']> }) {
  const text = useText()
  const { document, outcome, keptPassages, duplicateOf } = answer
  const notes = {
    added: [text('web.documents.added'), text('web.knowledge.passages', { count: document.passageCount })],
    'new-version': [
      text('web.documents.newVersion', { version: document.version }),
      text('web.documents.kept', { count: keptPassages }),
    ],
    unchanged: [text('web.documents.unchanged')],
  }[outcome]
  return [...notes, duplicateOf && text('web.documents.doubles', duplicateOf)].filter(Boolean).join(' · ')
}

function Choices({ upload: { id, phase, file, answer } }: { upload: DocumentUpload }) {
  const text = useText()
  const { open } = usePanel()
  const uploads = useDocumentUploads()
  const { name } = file
  if (phase === 'reading') return null
  return (
    <span className="upload__choices">
      {phase === 'failed' && (
        <IconButton label={text('web.documents.retry', { name })} onClick={() => uploads.retry(id)}>
          <RotateCw size={16} />
        </IconButton>
      )}
      {answer && (
        <IconButton
          label={text('web.documents.show', { name })}
          onClick={() => open({ kind: 'document', id: answer.document.id, start: null, end: null })}
        >
          <FileText size={16} />
        </IconButton>
      )}
      <IconButton label={text('web.documents.dismiss', { name })} onClick={() => uploads.dismiss(id)}>
        <X size={16} />
      </IconButton>
    </span>
  )
}
