import { describe, expect, it } from 'vitest'
import { readDocumentBeside } from './read-document-beside'

/** No thread can be started of it: what is read all the same was read here. */
const readHereAlone = readDocumentBeside('/there/is/no-such-worker.js')
const encoded = (text: string) => new TextEncoder().encode(text)
const read = (fileName: string, bytes: Uint8Array) =>
  readHereAlone({ id: 'a', title: fileName, content: { fileName, bytes } })

describe('a file', () => {
  it('that is a short text is read at once, without a thread that takes longer to start', async () => {
    const { segment, mimeType } = await read('keys.md', encoded('# Keys\n\nKeys are kept at the desk.'))
    expect(mimeType).toBe('text/markdown')
    expect(segment.plainText).toContain('Keys are kept at the desk.')
  })

  it.each([
    ['is long', 'long.md', encoded('Keys are kept at the desk. '.repeat(1_000))],
    ['has to be unfolded, whatever it is called', 'archive.md', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0])],
    ['is a PDF, whatever it is called', 'page.md', encoded('\n\n%PDF-1.7')],
    ['is a letter', 'letter.txt', encoded('From: a@b.example\nTo: c@d.example\nSubject: Keys\nDate: today\n\nHello.')],
  ])('that %s is read in a thread of its own', async (_what, fileName, bytes) => {
    await expect(read(fileName, bytes)).rejects.toThrow(/no-such-worker/)
  })
})
