import './files.css'
import type { FileInfo } from '@parley/protocol'
import { FileIcon } from './file-icon'

/** What a message shows, where there is room for its name alone. */
export function MessageFileNames({ files }: { files: readonly FileInfo[] }) {
  if (files.length === 0) return null
  return (
    <ul className="file-names">
      {files.map(({ id, name, mimeType }) => (
        <li key={id} className="file-names__name">
          <FileIcon mimeType={mimeType} size={14} />
          {name}
        </li>
      ))}
    </ul>
  )
}
