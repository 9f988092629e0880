import './knowledge.css'
import type { CollectionId } from '@parley/protocol'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { DialogForm } from '../../components/dialog-form'
import { Field, TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { CollectionField } from './collection-field'
import { UploadList } from './upload-list'
import { useDocumentUploads } from './use-document-uploads'
import { tellDocumentsChanged } from './use-documents'

export default function AddDocumentDialog() {
  const text = useText()
  const { close } = useOverlay()
  const [title, setTitle] = useState('')
  const [content, setContent] = useState('')
  const [collectionId, setCollectionId] = useState<CollectionId | null>(null)
  const add = useAddDocument(title.trim(), content, collectionId)
  return (
    <DialogForm
      title={text('web.knowledge.addTitle')}
      submitLabel={text(add.isRunning ? 'web.knowledge.submitting' : 'web.knowledge.submit')}
      action={add}
      onClose={close}
      before={
        <>
          <CollectionField value={collectionId} onValue={setCollectionId} />
          <FileChoice collectionId={collectionId} />
          <UploadList />
        </>
      }
    >
      <TextField
        label={text('web.knowledge.documentTitle')}
        required
        maxLength={300}
        value={title}
        onValue={setTitle}
      />
      <ContentField value={content} onValue={setContent} />
    </DialogForm>
  )
}

function useAddDocument(title: string, content: string, collectionId: CollectionId | null) {
  const text = useText()
  const { http } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  return useAction(async () => {
    const { document } = await http.command('knowledge.addDocument', {
      title,
      text: content,
      ...(collectionId && { collectionId }),
    })
    toast({ text: text('web.knowledge.added', { title: document.title }) })
    tellDocumentsChanged()
    close()
  })
}

function ContentField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const text = useText()
  return (
    <Field label={text('web.knowledge.text')} hint={text('web.knowledge.textHint')}>
      {(ids) => (
        <textarea
          className="input document__text"
          {...ids}
          required
          rows={8}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** What the server can read; it decides by the bytes, this only helps to choose. */
const ACCEPTED = '.pdf,.docx,.pptx,.xlsx,.csv,.tsv,.eml,.html,.htm,.md,.markdown,.txt'

function FileChoice({ collectionId }: { collectionId: CollectionId | null }) {
  const text = useText()
  const uploads = useDocumentUploads()
  const input = useRef<HTMLInputElement>(null)
  const choose = (field: HTMLInputElement) => {
    uploads.add([...(field.files ?? [])], collectionId)
    // The same file may be chosen again once it is mended.
    field.value = ''
  }
  return (
    <div className="file-choice">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={(event) => choose(event.currentTarget)}
      />
      <Button onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden="true" />
        {text('web.knowledge.choose')}
      </Button>
      <span className="field__hint">{text('web.knowledge.dropHint')}</span>
    </div>
  )
}
