import type { ByteRange } from '../files/file-storage'

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * The one range that a request asks for (RFC 9110, section 14.2), or null: several at once, and what is no range of
 * bytes, are answered with everything.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return null
  return start > end || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end }
}
