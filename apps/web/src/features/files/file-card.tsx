import type { FileInfo } from '@parley/protocol'
import { Download } from 'lucide-react'
import { usePanel } from '../../app/use-panel'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { FileIcon } from './file-icon'
import { fileUrl, hasPreview, isPicture, lookOf, thumbnailUrl } from './file-kind'
import { formatSize } from './format-size'

/** A file by its name: opened beside the page where it can be shown, saved where not. */
export function FileCard({ file, note }: { file: FileInfo; note?: string }) {
  const text = useText()
  const language = useLanguage()
  const { open } = usePanel()
  const facts = `${text(`web.files.kind.${lookOf(file.mimeType)}`)} · ${formatSize(file.size, language)}`
  const preview = () => open({ kind: 'file', id: file.id })
  return (
    <div className="file-card">
      <span className="file-card__icon">
        {isPicture(file) ? (
          <img src={thumbnailUrl(file.id)} alt="" loading="lazy" />
        ) : (
          <FileIcon mimeType={file.mimeType} />
        )}
      </span>
      <span className="file-card__text">
        {hasPreview(file) || isPicture(file) ? (
          <button type="button" className="file-card__name" title={file.name} onClick={preview}>
            {file.name}
          </button>
        ) : (
          <a className="file-card__name" title={file.name} href={fileUrl(file.id)} download={file.name}>
            {file.name}
          </a>
        )}
        <span className="file-card__facts">{note ? `${facts} · ${note}` : facts}</span>
      </span>
      <DownloadLink file={file} />
    </div>
  )
}

export function DownloadLink({ file }: { file: FileInfo }) {
  const text = useText()
  const label = text('web.files.download', { name: file.name })
  return (
    <a className="icon-button" href={fileUrl(file.id)} download={file.name} aria-label={label} title={label}>
      <Download size={18} aria-hidden="true" />
    </a>
  )
}
