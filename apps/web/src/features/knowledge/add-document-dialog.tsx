import './knowledge.css'
import { Upload } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { Field, TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { tellDocumentsChanged } from './use-documents'
import { useUpload } from './use-upload'

export function AddDocumentDialog() {
  const text = useText()
  const { http } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  const [title, setTitle] = useState('')
  const [content, setContent] = useState('')
  const add = useAction(async () => {
    const { document } = await http.command('knowledge.addDocument', { title: title.trim(), text: content })
    toast({ text: text('web.knowledge.added', { title: document.title }) })
    tellDocumentsChanged()
    close()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void add.run()
  }
  return (
    <Dialog title={text('web.knowledge.addTitle')} onClose={close}>
      <FileChoice />
      <form className="dialog__body" onSubmit={submit}>
        <TextField
          label={text('web.knowledge.documentTitle')}
          required
          maxLength={300}
          value={title}
          onValue={setTitle}
        />
        <Field label={text('web.knowledge.text')} hint={text('web.knowledge.textHint')}>
          {(ids) => (
            <textarea
              className="input document__text"
              {...ids}
              required
              rows={8}
              value={content}
              onChange={(event) => setContent(event.currentTarget.value)}
            />
          )}
        </Field>
        {add.error !== null && <Failure error={add.error} />}
        <div className="dialog__foot">
          <Button onClick={close}>{text('web.app.cancel')}</Button>
          <Button type="submit" look="primary" disabled={add.isRunning || !title.trim() || !content.trim()}>
            {add.isRunning ? text('web.knowledge.submitting') : text('web.knowledge.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function FileChoice() {
  const text = useText()
  const { close } = useOverlay()
  const upload = useUpload()
  const input = useRef<HTMLInputElement>(null)
  const choose = (files: FileList | null) => {
    if (!files || files.length === 0) return
    void upload([...files])
    close()
  }
  return (
    <div className="file-choice">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".md,.markdown,.txt,.html,.htm,text/markdown,text/plain,text/html"
        onChange={(event) => choose(event.currentTarget.files)}
      />
      <Button onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden="true" />
        {text('web.knowledge.choose')}
      </Button>
      <span className="field__hint">{text('web.knowledge.dropHint')}</span>
    </div>
  )
}
