import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type KeyboardEvent, useState } from 'react'
import type { PicturesOverlay } from '../../app/use-overlay'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { DownloadLink } from './file-card'
import { fileUrl } from './file-kind'

/** A message's pictures at full size, one at a time: arrows go on, Esc ends. */
export default function Lightbox({ files, index }: Omit<PicturesOverlay, 'kind'>) {
  const text = useText()
  const { close } = useOverlay()
  const [at, setAt] = useState(index)
  const total = files.length
  const step = (by: number) => setAt((before) => (before + by + total) % total)
  const file = files[at]
  if (!file) return null
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') step(-1)
    else if (event.key === 'ArrowRight') step(1)
    else return
    event.preventDefault()
  }
  return (
    <Primitive.Root open onOpenChange={(isOpen) => isOpen || close()}>
      <Primitive.Portal>
        <Primitive.Overlay className="lightbox__ground" />
        <Primitive.Content className="lightbox" aria-describedby={undefined} onKeyDown={handleKey}>
          <Primitive.Title className="visually-hidden" aria-live="polite">
            {text('web.files.lightbox', { number: at + 1, total, name: file.name })}
          </Primitive.Title>
          <img
            key={file.id}
            className="lightbox__picture"
            src={fileUrl(file.id)}
            width={file.width ?? undefined}
            height={file.height ?? undefined}
            alt={file.name}
          />
          {total > 1 && (
            <>
              <IconButton
                className="lightbox__step lightbox__step--back"
                label={text('web.files.previous')}
                onClick={() => step(-1)}
              >
                <ChevronLeft size={24} />
              </IconButton>
              <IconButton className="lightbox__step" label={text('web.files.next')} onClick={() => step(1)}>
                <ChevronRight size={24} />
              </IconButton>
            </>
          )}
          <div className="lightbox__foot">
            <span className="lightbox__name">{file.name}</span>
            {total > 1 && <span>{text('web.files.place', { number: at + 1, total })}</span>}
            <DownloadLink file={file} />
            <IconButton label={text('web.app.close')} onClick={close}>
              <X size={18} />
            </IconButton>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
