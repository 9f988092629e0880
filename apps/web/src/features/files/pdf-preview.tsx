import type { FileInfo } from '@parley/protocol'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { useText } from '../../app/use-text'
import { SkeletonRows } from '../../components/skeleton'
import { fileUrl } from './file-kind'
import { openPdf } from './open-pdf'
import { PdfPage } from './pdf-page'

/** A document page by page, drawn as they come into view. */
export default function PdfPreview({ file }: { file: FileInfo }) {
  const text = useText()
  const opened = usePdf(file.id)
  if (opened === null) return <SkeletonRows height={420} count={1} label={text('web.app.loading')} />
  if (opened === 'unreadable') return <p className="empty__text">{text('web.files.previewFailed')}</p>
  const { document, ratio } = opened
  return (
    <>
      <p className="preview__note">{text('web.files.pages', { count: document.numPages })}</p>
      <ol className="pdf">
        {Array.from({ length: document.numPages }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their numbers
          <PdfPage key={index} document={document} number={index + 1} ratio={ratio} />
        ))}
      </ol>
    </>
  )
}

interface Opened {
  readonly document: PDFDocumentProxy
  /** Height to width of the first page: the others have its place until they are drawn. */
  readonly ratio: number
}

function usePdf(fileId: string): Opened | 'unreadable' | null {
  const [opened, setOpened] = useState<Opened | 'unreadable' | null>(null)
  useEffect(() => {
    const loading = openPdf(fileUrl(fileId))
    let isLeft = false
    loading.promise
      .then(async (document) => {
        const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
        if (!isLeft) setOpened({ document, ratio: height / width })
      })
      .catch(() => isLeft || setOpened('unreadable'))
    return () => {
      isLeft = true
      void loading.destroy()
    }
  }, [fileId])
  return opened
}
