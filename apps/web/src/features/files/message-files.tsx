import './files.css'
import type { FileInfo } from '@parley/protocol'
import { Fragment } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { FileCard } from './file-card'
import { isPicture, thumbnailUrl } from './file-kind'
import { pictureBox } from './picture-box'

/** What a message shows beside its words: pictures first, then all else as cards. */
export function MessageFiles({ files }: { files: readonly FileInfo[] }) {
  if (files.length === 0) return null
  const pictures = files.filter(isPicture)
  return (
    <div className="files">
      {pictures.length > 0 && <Pictures pictures={pictures} />}
      {files.map((file) => (
        <Fragment key={file.id}>{!isPicture(file) && <FileCard file={file} />}</Fragment>
      ))}
    </div>
  )
}

type Picture = FileInfo & { readonly width: number; readonly height: number }

/** Their places have their sizes before they are here: nothing moves when they come. */
function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  const text = useText()
  const { open } = useOverlay()
  const isAlone = pictures.length === 1
  return (
    <ul className="pictures" data-is-alone={isAlone}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <button
            type="button"
            className="picture"
            style={isAlone ? pictureBox(picture) : undefined}
            aria-label={text('web.files.openImage', { name: picture.name })}
            onClick={() => open({ kind: 'pictures', files: pictures, index })}
          >
            <img src={thumbnailUrl(picture.id)} alt="" loading="lazy" decoding="async" />
          </button>
        </li>
      ))}
    </ul>
  )
}
