import './files.css'
import { RotateCw, X } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { percent } from '../../app/time'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import type { Attachment } from './attachments'
import { FileIcon } from './file-icon'
import { formatSize } from './format-size'
import { useAttachments } from './use-attachments'

export interface AttachmentTrayProps {
  readonly place: string
  /** Of a message on its way: what it shows cannot be chosen any more. */
  readonly isSent?: boolean
}

/** The files that a message will show, each with how far it has come. */
export function AttachmentTray({ place, isSent = false }: AttachmentTrayProps) {
  const text = useText()
  const attachments = useAttachments(place)
  if (attachments.length === 0) return null
  return (
    <ul className="attachments" aria-label={text('web.files.chosen')}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className="attachment" data-status={attachment.status}>
          <Picture attachment={attachment} />
          <span className="attachment__text">
            <span className="attachment__name" title={attachment.name}>
              {attachment.name}
            </span>
            <Progress attachment={attachment} />
          </span>
          {!isSent && <Choices place={place} attachment={attachment} />}
        </li>
      ))}
    </ul>
  )
}

function Picture({ attachment: { pictureUrl } }: { attachment: Attachment }) {
  if (pictureUrl) return <img className="attachment__picture" src={pictureUrl} alt="" />
  return (
    <span className="attachment__picture">
      <FileIcon mimeType={null} />
    </span>
  )
}

function Progress({ attachment: { name, size, offset, status, error } }: { attachment: Attachment }) {
  const text = useText()
  const language = useLanguage()
  if (status === 'failed') {
    return (
      <span className="attachment__state" role="alert">
        {describeError(error, language).text}
      </span>
    )
  }
  if (status === 'ready') return <span className="attachment__state">{formatSize(size, language)}</span>
  const share = size === 0 ? 1 : offset / size
  const shown =
    share < 1 ? text('web.files.uploadingShort', { percent: percent(share, language) }) : text('web.files.looking')
  return (
    <span className="attachment__state">
      <progress
        className="attachment__bar"
        max={1}
        value={share}
        aria-label={text('web.files.uploading', { name, percent: percent(share, language) })}
      />
      <span aria-hidden="true">{shown}</span>
    </span>
  )
}

function Choices({ place, attachment: { id, name, status } }: { place: string; attachment: Attachment }) {
  const text = useText()
  const { attachments } = useServices()
  return (
    <>
      {status === 'failed' && (
        <IconButton label={text('web.files.retry', { name })} onClick={() => attachments.retry(place, id)} isSmall>
          <RotateCw size={14} />
        </IconButton>
      )}
      <IconButton label={text('web.files.remove', { name })} onClick={() => attachments.remove(place, id)} isSmall>
        <X size={14} />
      </IconButton>
    </>
  )
}
