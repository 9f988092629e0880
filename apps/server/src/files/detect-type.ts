import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

const HEAD_BYTES = 64 * 1024

export const UNKNOWN_TYPE = 'application/octet-stream'

/** What a file is, by its bytes: a name says what its giver likes. Text of whatever kind is `text/plain`. */
export async function detectType(path: string): Promise<string> {
  const head = await readHead(path)
  if (isText(head)) return 'text/plain'
  return (await fileTypeFromFile(path))?.mime ?? UNKNOWN_TYPE
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Binary formats have zero bytes or control characters early on; texts in UTF-8, GB18030 or Latin have none. */
function isText(head: Buffer): boolean {
  if (head.length === 0 || head.subarray(0, 5).toString('latin1') === '%PDF-') return false
  return !head.some((byte) => byte < 32 && !TEXT_CONTROLS.has(byte))
}

/** Tab, line ends, form feed, and the escape of coloured terminal logs. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 12, 13, 27])
