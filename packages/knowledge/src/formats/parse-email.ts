import { writeHtml } from '../parse-html'
import { createDocumentWriter, type DocumentWriter, type ParsedDocument } from '../parsed-document'

/** Subject, who to whom and when, and what was written; of attachments the names. */
export async function parseEmail(bytes: Uint8Array): Promise<ParsedDocument> {
  const { default: PostalMime } = await import('postal-mime')
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 20 })
  const writer = createDocumentWriter()
  if (email.subject) writer.heading(1, email.subject)
  writeLine(writer, 'From', email.from ? [email.from] : [])
  writeLine(writer, 'To', email.to ?? [])
  writeLine(writer, 'Cc', email.cc ?? [])
  if (email.date) writer.paragraph(`Date: ${email.date.slice(0, 16).replace('T', ' ')}`)
  if (email.html) writeHtml(writer, email.html)
  else for (const paragraph of (email.text ?? '').split(/\n\s*\n/)) writer.paragraph(paragraph)
  const names = email.attachments.filter(({ related }) => !related).map(({ filename }) => filename ?? '')
  for (const name of names.filter(Boolean)) writer.listItem('- ', 0, name)
  return writer.finish()
}

interface Address {
  readonly name?: string
  readonly address?: string | undefined
  readonly group?: readonly Address[] | undefined
}

function writeLine(writer: DocumentWriter, label: string, addresses: readonly Address[]): void {
  const people = addresses.flatMap((one) => one.group ?? [one])
  const names = people.map(({ name, address }) =>
    name && address ? `${name} <${address}>` : ((name || address) ?? ''),
  )
  if (names.length > 0) writer.paragraph(`${label}: ${names.join(', ')}`)
}
