import { UnreadableDocumentError } from '../unreadable-document-error'

/** The parts of an office file, which is a zip. Nothing is unpacked before it is asked for. */
export interface Archive {
  has(name: string): boolean
  readonly names: readonly string[]
  /** @throws UnreadableDocumentError `too-large`, or `broken` when there is no such part. */
  read(name: string): Uint8Array
  text(name: string): string
}

const MAX_PARTS = 20_000
/** Of one part, and of all that are read. Office files unfold about tenfold, bombs a thousandfold. */
const MAX_PART_BYTES = 100 * 1024 * 1024
const MAX_BYTES = 300 * 1024 * 1024

/**
 * @throws UnreadableDocumentError `broken` for what is no zip.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const { unzipSync } = await import('fflate')
  const sizes = new Map<string, number>()
  const unzip: typeof unzipSync = (data, options) => orBroken(() => unzipSync(data, options))
  unzip(bytes, {
    filter: ({ name, originalSize }) => {
      // Of two of one name each would have a size of its own, and only one would be looked at.
      if (sizes.has(name)) throw new UnreadableDocumentError('broken')
      if (sizes.size >= MAX_PARTS) throw new UnreadableDocumentError('too-large')
      sizes.set(name, originalSize)
      return false
    },
  })
  let total = 0
  const read = (name: string): Uint8Array => {
    const size = sizes.get(name)
    if (size === undefined) throw new UnreadableDocumentError('broken')
    total += size
    if (size > MAX_PART_BYTES || total > MAX_BYTES) throw new UnreadableDocumentError('too-large')
    // A part that unfolds to more than it says is cut where it says it ends.
    return unzip(bytes, { filter: (part) => part.name === name })[name] ?? new Uint8Array()
  }
  const text = (name: string) => new TextDecoder().decode(read(name))
  return { has: (name) => sizes.has(name), names: [...sizes.keys()], read, text }
}

function orBroken<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    throw new UnreadableDocumentError('broken', { cause })
  }
}
