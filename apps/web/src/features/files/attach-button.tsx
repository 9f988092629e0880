import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { useAttach } from './use-attachments'

export function AttachButton() {
  const text = useText()
  const attach = useAttach()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton label={text('web.files.attach')} onClick={() => input.current?.click()}>
        <Paperclip size={18} />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          attach([...(event.currentTarget.files ?? [])])
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
