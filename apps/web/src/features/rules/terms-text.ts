import type { Dictionary } from '@parley/protocol'

type Terms = Dictionary['terms']

/** One term a line, its other names behind “=”, with commas of either kind between them. */
export function readTerms(text: string): Terms {
  return text.split('\n').flatMap((line) => {
    const [term = '', others = ''] = splitOnce(line)
    const aliases = others
      .split(/[,，、]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '')
    return term.trim() === '' ? [] : [{ term: term.trim(), aliases }]
  })
}

function splitOnce(line: string): string[] {
  const at = line.search(/[=＝]/)
  return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)]
}

export const writeTerms = (terms: Terms): string =>
  terms.map(({ term, aliases }) => (aliases.length > 0 ? `${term} = ${aliases.join(', ')}` : term)).join('\n')
