import { decodeDocument } from '../decode-document'
import { UnreadableDocumentError } from '../unreadable-document-error'
import { type Archive, openArchive } from './open-archive'

/** A format, with what of it is read already. */
export type DetectedFormat =
  | { readonly format: 'pdf' }
  | { readonly format: 'docx' | 'pptx' | 'xlsx'; readonly archive: Archive }
  | { readonly format: 'email' }
  | { readonly format: 'csv' | 'html' | 'markdown' | 'text'; readonly text: string }

const OFFICE_PARTS = [
  ['docx', 'word/document.xml'],
  ['pptx', 'ppt/presentation.xml'],
  ['xlsx', 'xl/workbook.xml'],
] as const

/** The container of Office before 2007, and of any encrypted Office file since. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * What a file is. Its bytes decide; its name only tells kinds of text apart.
 *
 * @throws UnreadableDocumentError for what is none of these.
 */
export async function detectFormat(bytes: Uint8Array, fileName: string): Promise<DetectedFormat> {
  if (bytes.length === 0) throw new UnreadableDocumentError('empty')
  const container = containerOf(bytes)
  if (container === 'compound') throw new UnreadableDocumentError(isEncrypted(bytes) ? 'encrypted' : 'old-office')
  if (container === 'archive') return detectOffice(bytes)
  if (container !== null) return { format: container }
  const text = decodeDocument(bytes)
  return { format: textFormat(text, fileName), text }
}

/** Whether its text, if it has one, stands there as it is: nothing has to be unfolded to read it. */
export const isBareText = (bytes: Uint8Array): boolean => containerOf(bytes) === null

/** What a text is wrapped in, by its first bytes. */
function containerOf(bytes: Uint8Array): 'pdf' | 'compound' | 'archive' | 'email' | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, COMPOUND_FILE)) return 'compound'
  if (startsWith(bytes, ZIP)) return 'archive'
  return isEmail(head) ? 'email' : null
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)

/** Names in a compound file are UTF-16. */
const isEncrypted = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))

async function detectOffice(bytes: Uint8Array): Promise<DetectedFormat> {
  const archive = await openArchive(bytes)
  const found = OFFICE_PARTS.find(([, part]) => archive.has(part))
  if (!found) throw new UnreadableDocumentError('binary')
  return { format: found[0], archive }
}

const HEADER_FIELD =
  /^(?:from|to|date|subject|received|return-path|message-id|mime-version|delivered-to|x-[a-z-]+|dkim-signature|content-type): /gim

/** A message begins with header fields, and says at least who wrote it. */
function isEmail(head: string): boolean {
  const fields = head.split(/\r?\n\r?\n/, 1)[0]!
  if (!/^[A-Za-z-]+: /.test(fields) || !/^from: /im.test(fields)) return false
  return (fields.match(HEADER_FIELD)?.length ?? 0) >= 3
}

function textFormat(text: string, fileName: string): 'csv' | 'html' | 'markdown' | 'text' {
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 1000))) return 'html'
  const extension = /\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? ''
  if (extension === 'csv' || extension === 'tsv') return 'csv'
  if (extension === 'html' || extension === 'htm') return 'html'
  return extension === 'md' || extension === 'markdown' ? 'markdown' : 'text'
}
