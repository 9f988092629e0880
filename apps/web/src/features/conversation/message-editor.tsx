import { isBlank, type Message } from '@parley/protocol'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '../../app/is-composing'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { useGrowingHeight } from '../composer/use-growing-height'
import { handleFormatKey } from '../formatting/handle-format-key'
import { handlePaste } from '../formatting/handle-paste'
import { focusComposer, useConversation } from './conversation-state'

export function MessageEditor({ message }: { message: Message }) {
  const text = useText()
  const { content, setContent, save, leave, handleKey } = useEditing(message)
  const field = useRef<HTMLTextAreaElement>(null)
  useGrowingHeight(field, content)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(message.text.length, message.text.length)
  }, [message.text.length])
  return (
    <div className="editor">
      <textarea
        ref={field}
        className="input"
        aria-label={text('web.message.editLabel')}
        rows={1}
        value={content}
        onChange={(event) => setContent(event.currentTarget.value)}
        onKeyDown={handleKey}
        onPaste={handlePaste}
      />
      {save.error !== null && <Failure error={save.error} />}
      <div className="editor__foot">
        <Button look="primary" onClick={() => void save.run()} disabled={save.isRunning || isBlank(content)}>
          {text('web.message.saveEdit')}
        </Button>
        <Button look="quiet" onClick={leave}>
          {text('web.app.cancel')}
        </Button>
        <span className="field__hint">{text('web.message.editHint')}</span>
      </div>
    </div>
  )
}

/** A message's text being changed; nothing is sent when nothing was changed. */
function useEditing(message: Message) {
  const { client } = useServices()
  const { threadId, dispatch } = useConversation()
  const [content, setContent] = useState(message.text)
  const leave = () => {
    dispatch({ type: 'leave' })
    focusComposer(threadId)
  }
  const save = useAction(async () => {
    const changed = content.trim()
    if (!isBlank(changed) && changed !== message.text) {
      await client.command('messages.edit', { messageId: message.id, text: changed })
    }
    leave()
  })
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || handleFormatKey(event, event.currentTarget)) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && !event.shiftKey) void save.run()
    else return
    event.preventDefault()
  }
  return { content, setContent, save, leave, handleKey }
}
