import type { Person, Slot } from '../understanding'

interface Names {
  /** Lower-case name → ids of those who bear it. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  /** Those of them that are names in small letters, too: no word is spelt like that. */
  readonly plain: ReadonlySet<string>
  readonly lengths: readonly number[]
}

const LATIN = /[\p{Script=Latin}\p{N}]/u
/** A directory is a value that many messages share: its index is made once for each. */
const indexes = new WeakMap<readonly Person[], Names>()

/**
 * People of the directory, with and without @, by name, alias, given name, as it is spelt in Latin letters, or as colleagues
 * call somebody (小王, 王总); several ids where a name is ambiguous.
 */
export function people(text: string, directory: readonly Person[]): Slot[] {
  const names = indexes.get(directory) ?? indexNames(directory)
  indexes.set(directory, names)
  const slots: Slot[] = []
  const lower = text.toLowerCase()
  for (let at = 0; at < text.length; at += 1) {
    const slot = lower.length === text.length ? nameAt(text, lower, at, names) : null
    if (slot === null) continue
    slots.push(slot)
    at = slot.end - 1
  }
  return slots
}

function nameAt(text: string, lower: string, at: number, names: Names): Slot | null {
  const isMention = text[at] === '@' || text[at] === '＠'
  const start = isMention ? at + 1 : at
  for (const length of names.lengths) {
    const name = lower.slice(start, start + length)
    const personIds = names.ids.get(name)
    // At the end of a text the slice is shorter than it was asked for.
    if (personIds === undefined || name.length < length) continue
    if (!isWholeName(text, at, start, start + length) && !names.plain.has(name)) continue
    if (isPartOfWord(text, at, start, start + length)) continue
    const written = text.slice(start, start + length)
    const end = start + length
    return {
      start: at,
      end,
      text: text.slice(at, end),
      value: { type: 'person', personIds, name: written },
      source: 'directory',
    }
  }
  return null
}

/** Latin names begin with a capital, or "will" and "mark" would be people. */
function isWholeName(text: string, at: number, start: number, end: number): boolean {
  const first = text[start] ?? ''
  return at < start || !LATIN.test(first) || first !== first.toLowerCase() || text.slice(start, end).includes(' ')
}

/** 王工 of 王工作很忙, and Ann of Anna. */
function isPartOfWord(text: string, at: number, start: number, end: number): boolean {
  const [first = '', last = '', next = ''] = [text[start], text[end - 1], text[end]]
  if (LATIN.test(last) && LATIN.test(next)) return true
  if (at === start && LATIN.test(first) && (LATIN.test(text[at - 1] ?? '') || text[at - 1] === '@')) return true
  return GOES_ON[last]?.includes(next) === true && next !== ''
}

/** Behind the words by which somebody is called: what makes another word of them. */
const GOES_ON: Readonly<Record<string, string>> = {
  工: '作程具资厂期人业艺会',
  总: '部共是会之结数经裁监',
  哥: '们',
  姐: '妹们夫',
}

function indexNames(directory: readonly Person[]): Names {
  const ids = new Map<string, string[]>()
  const add = (name: string, id: string) => {
    const known = ids.get(name)
    if (known === undefined) ids.set(name, [id])
    else if (!known.includes(id)) known.push(id)
  }
  for (const person of directory) {
    for (const name of [person.name, ...person.aliases]) add(name.trim().toLowerCase(), person.id)
  }
  // A whole name or an alias outranks what is only the given name of somebody else.
  const whole = new Set(ids.keys())
  for (const person of directory) {
    const given = [...givenNames(person.name), ...(isHan(person.name) ? person.aliases.flatMap(pinyinGivenName) : [])]
    for (const name of given) if (!whole.has(name)) add(name, person.id)
  }
  const known = new Set(ids.keys())
  for (const person of directory) {
    for (const name of [...(person.spellings ?? []), ...calledNames(person.name)])
      if (!known.has(name)) add(name, person.id)
  }
  const plain = new Set(
    directory.flatMap(({ spellings = [] }) => spellings.filter((name) => name.length >= LEAST_PLAIN)),
  )
  ids.delete('')
  return { ids, plain, lengths: [...new Set([...ids.keys()].map((name) => name.length))].sort((a, b) => b - a) }
}

/** Shorter ones are words: mali, dana. */
const LEAST_PLAIN = 6

/** 王伟 is 小王, 老王, 王总 and 王工 to colleagues; 小于 is "less than", and 老实 no Mr Shi. */
function calledNames(name: string): string[] {
  const trimmed = name.trim()
  const [surname = ''] = trimmed
  if (!/^\p{Script=Han}{2,3}$/u.test(trimmed) || '于时计米实化公板师'.includes(surname)) return []
  return [
    `小${surname}`,
    `老${surname}`,
    ...['总', '工', '哥', '姐', '经理', '老师', '主任'].map((title) => surname + title),
  ]
}

const isHan = (name: string) => /^\p{Script=Han}+$/u.test(name.trim())

/** Wei of Wang Wei, whose name is 王伟: the family name stands first, and is not what colleagues call. */
function pinyinGivenName(alias: string): string[] {
  const [, given = '', ...rest] = alias.trim().toLowerCase().split(/\s+/)
  return rest.length === 0 && LATIN.test(given) && given.length >= 3 ? [given] : []
}

/** Priya of Priya Nair, 晓明 of 李晓明, and what a mention may write for a name: priya.nair, PriyaNair. */
function givenNames(name: string): string[] {
  const lower = name.trim().toLowerCase()
  if (/^\p{Script=Han}{3}$/u.test(lower)) return [lower.slice(1)]
  const [given = '', ...rest] = lower.split(/\s+/)
  if (rest.length === 0 || !LATIN.test(given)) return []
  const joined = ['.', '_', '-', ''].map((mark) => [given, ...rest].join(mark))
  return given.length >= 3 ? [given, ...joined] : joined
}
