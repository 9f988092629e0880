import type { Archive } from './open-archive'
import { childOf, descendants, parseXml, type XmlElement } from './parse-xml'

export interface CellReader {
  /** As the sheet shows it: `5%`, `2026-03-01`, `1,200.00`. */
  text(cell: XmlElement): string
}

/** Formats that Excel knows by number alone (ECMA-376, 18.8.30), as far as numbers and dates go. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  ...([
    [1, '0'],
    [2, '0.00'],
    [3, '#,##0'],
    [4, '#,##0.00'],
    [9, '0%'],
    [10, '0.00%'],
    [11, '0.00E+00'],
  ] as const),
  ...([
    [14, 'yyyy-mm-dd'],
    [15, 'd-mmm-yy'],
    [16, 'd-mmm'],
    [17, 'mmm-yy'],
    [18, 'h:mm AM/PM'],
  ] as const),
  ...([
    [19, 'h:mm:ss AM/PM'],
    [20, 'h:mm'],
    [21, 'h:mm:ss'],
    [22, 'yyyy-mm-dd h:mm'],
    [45, 'mm:ss'],
  ] as const),
  ...([
    [27, 'yyyy"年"m"月"'],
    [31, 'yyyy"年"m"月"d"日"'],
    [57, 'yyyy"年"m"月"'],
    [58, 'm"月"d"日"'],
  ] as const),
])

export async function createCellReader(archive: Archive, workbook: XmlElement): Promise<CellReader> {
  const { format } = await import('numfmt')
  const shared = archive.has('xl/sharedStrings.xml') ? await parseXml(archive.text('xl/sharedStrings.xml')) : undefined
  const strings = shared?.children.map(richText) ?? []
  const patterns = archive.has('xl/styles.xml') ? patternsOf(await parseXml(archive.text('xl/styles.xml'))) : []
  const isSince1904 = /^(?:1|true)$/.test(childOf(workbook, 'workbookPr')?.attributes.date1904 ?? '')
  const number = (value: string, style: string | undefined) => {
    const pattern = patterns[Number(style ?? 0)]
    if (pattern === undefined || !Number.isFinite(Number(value))) return plainNumber(value)
    const days = Number(value) + (isSince1904 && /[ymdh]/i.test(pattern) ? 1462 : 0)
    return format(pattern, days, { throws: false, leap1900: true }).trim()
  }
  return {
    text(cell) {
      const value = childOf(cell, 'v')?.text ?? ''
      const { t: type, s: style } = cell.attributes
      if (type === 's') return strings[Number(value)] ?? ''
      if (type === 'inlineStr') return richText(childOf(cell, 'is') ?? cell)
      if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
      if (type === 'str' || type === 'e' || type === 'd') return value
      return value === '' ? '' : number(value, style)
    },
  }
}

/** 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3. */
const plainNumber = (value: string): string =>
  Number.isFinite(Number(value)) ? String(Number(Number(value).toPrecision(15))) : value

/** Runs of a text, without the readings that stand above Japanese characters. */
const richText = (element: XmlElement): string =>
  element.children
    .map((child) => (child.name === 't' ? child.text : child.name === 'r' ? richText(child) : ''))
    .join('')

/** By the number of a cell's style; undefined shows the number as it is. */
function patternsOf(styles: XmlElement): (string | undefined)[] {
  const own = new Map(
    descendants(styles, 'numFmt').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']),
  )
  const formats = childOf(styles, 'cellXfs')?.children ?? []
  return formats.map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0)
    const pattern = own.get(id) ?? BUILT_IN.get(id)
    return pattern === 'General' ? undefined : pattern
  })
}
