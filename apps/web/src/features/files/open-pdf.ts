import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

/** Where Chinese documents that bring no fonts of their own find their characters, and all documents the usual faces. */
const characterMaps = addressesOf(
  import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
)
const fonts = addressesOf(
  import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
)

/** By the file's own name: what is built has other ones. */
function addressesOf(found: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(found).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]))
}

interface Wanted {
  readonly kind: string
  readonly filename: string
}

class BuiltFiles {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    const url = (kind === 'cMapUrl' ? characterMaps : fonts).get(filename)
    if (!url) throw new Error(`${filename} was not built`)
    return new Uint8Array(await (await fetch(url)).arrayBuffer())
  }
}

/** Reads a document by ranges, runs nothing that it brings, and makes no code of its fonts. */
export function openPdf(url: string): PDFDocumentLoadingTask {
  return getDocument({
    url,
    BinaryDataFactory: BuiltFiles,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
  })
}
