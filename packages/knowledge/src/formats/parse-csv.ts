import { checkReadable } from '../decode-document'
import { createDocumentWriter, type ParsedDocument } from '../parsed-document'
import { writeTable } from './write-table'

/** Separated by commas, semicolons, tabs or bars, whichever fits. */
export async function parseCsv(text: string): Promise<ParsedDocument> {
  const { default: Papa } = await import('papaparse')
  const { data } = Papa.parse<string[]>(checkReadable(text), { skipEmptyLines: 'greedy' })
  const writer = createDocumentWriter()
  writeTable(writer, data)
  return writer.finish()
}
