/** Rows as lines whose columns stand under each other; Chinese characters are two columns wide. */
export function formatTable(rows: readonly (readonly string[])[], indent = ''): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  return rows.map((row) => {
    const cells = row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
    return (indent + cells.join('  ')).trimEnd()
  })
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0)
}

/** East Asian Wide, as far as Parley's own languages go (Unicode Standard Annex 11). */
const isWide = (character: string) => /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character)
