import picomatch from 'picomatch'

/** What documents are called that can be read. */
const READABLE = '**/*.{md,markdown,txt,html,htm,pdf,docx,pptx,xlsx,csv,tsv,eml}'

/** Whether a path within a source is to be taken; a pattern without `/` means that name in any folder. */
export function takenFiles(patterns: readonly string[]): (key: string) => boolean {
  const isTaken = picomatch(patterns.length > 0 ? [...patterns] : READABLE, {
    basename: true,
    nocase: true,
    noextglob: true,
    dot: false,
  })
  const isHidden = (key: string) => key.split('/').some((name) => name.startsWith('.') || name.endsWith('~'))
  return (key) => !isHidden(key) && isTaken(key)
}

const LONGEST_TITLE = 300
const NAMELESS = /^(?:readme|index)$/i

/** What a file is called, without its ending; one called after nothing is called after its folder. */
export function titleOfPath(key: string): string {
  const parts = key.split('/')
  const name = (parts.at(-1) ?? key).replace(/\.[^.]+$/, '')
  const folder = parts.at(-2)
  const title = folder && NAMELESS.test(name) ? folder : name
  return title.slice(0, LONGEST_TITLE).toWellFormed().trim() || key.slice(0, LONGEST_TITLE).toWellFormed()
}
