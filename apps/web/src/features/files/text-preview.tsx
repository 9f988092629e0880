import type { FileInfo } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useText } from '../../app/use-text'
import { SkeletonRows } from '../../components/skeleton'
import { decodeText } from './decode-text'
import { fileUrl } from './file-kind'

const SHOWN_BYTES = 64 * 1024

/** The beginning of a text, as it was written. */
export function TextPreview({ file }: { file: FileInfo }) {
  const text = useText()
  const content = useBeginning(file)
  if (content === null) return <SkeletonRows height={20} count={8} label={text('web.app.loading')} />
  if (content instanceof Error) return <p className="empty__text">{text('web.files.previewFailed')}</p>
  return (
    <>
      <section
        className="preview__text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={text('web.files.openPreview', { name: file.name })}
      >
        <pre>{content}</pre>
      </section>
      {file.size > SHOWN_BYTES && <p className="preview__note">{text('web.files.previewCut')}</p>}
    </>
  )
}

function useBeginning({ id, size }: FileInfo): string | Error | null {
  const [content, setContent] = useState<string | Error | null>(null)
  useEffect(() => {
    const cancel = new AbortController()
    const headers = size > 0 ? { range: `bytes=0-${SHOWN_BYTES - 1}` } : {}
    fetch(fileUrl(id), { headers, signal: cancel.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        setContent(decodeText(new Uint8Array(await answer.arrayBuffer())))
      })
      .catch((error: Error) => cancel.signal.aborted || setContent(error))
    return () => cancel.abort()
  }, [id, size])
  return content
}
