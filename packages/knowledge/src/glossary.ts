import { foldTraditional, type Language, queryTerms, segmentWords } from '@parley/text'
import { GLOSSARY_ENTRIES } from './glossary-entries'

/** Something a question speaks of, as the other language may name it: any of the forms will do. */
export type Concept = readonly TermForm[]

/** Words as search terms; a form is found where all its terms are. */
export type TermForm = readonly string[]

interface Entry {
  readonly zh: readonly string[]
  readonly en: readonly TermForm[]
}

const ENTRIES: readonly Entry[] = GLOSSARY_ENTRIES.trim()
  .split('\n')
  .map((line) => {
    const [zh = '', en = ''] = line.split('=')
    return { zh: zh.split(' '), en: en.split('/').map(queryTerms) }
  })

const BY_CHINESE = indexBy(({ zh }) => zh)
const BY_ENGLISH = indexBy(({ en }) => en.map(keyOf))
const LONGEST_CHINESE = Math.max(...[...BY_CHINESE.keys()].map((form) => form.length))

/** What of a question the glossary knows, in the words of the other language. Longer forms hide the ones inside them. */
export function bridgeQuestion(question: string, language: Language): Concept[] {
  const formsOf = language === 'zh' ? englishForms : chineseForms
  return entriesIn(question, language).map((entries) => entries.flatMap(formsOf))
}

/** The same in the question's own language: 酒店 may be written 住宿, a ceiling is a limit. */
export function rephraseQuestion(question: string, language: Language): Concept[] {
  const formsOf = language === 'zh' ? chineseForms : englishForms
  return entriesIn(question, language).map((entries) => entries.flatMap(formsOf))
}

const englishForms = ({ en }: Entry) => en
const chineseForms = ({ zh }: Entry) => zh.map(queryTerms)

/** Of each place that the glossary knows, the entries that may be meant. */
function entriesIn(question: string, language: Language): (readonly Entry[])[] {
  return language === 'zh' ? chineseEntries(question) : englishEntries(question)
}

function chineseEntries(text: string): (readonly Entry[])[] {
  const question = foldTraditional(text)
  const found: (readonly Entry[])[] = []
  const alone = new Set(segmentWords(question).flatMap(({ start, text }) => (text.length === 1 ? start : [])))
  let at = 0
  while (at < question.length) {
    const form = longestFormAt(question, at, alone.has(at) ? 1 : 2)
    if (form) found.push(BY_CHINESE.get(form)!)
    at += form?.length ?? 1
  }
  return found
}

/** A character inside a longer word means something else: 车 in 车间. */
function longestFormAt(text: string, at: number, shortest: number): string | undefined {
  for (let length = LONGEST_CHINESE; length >= shortest; length--) {
    const form = text.slice(at, at + length)
    if (BY_CHINESE.has(form)) return form
  }
  return undefined
}

function englishEntries(question: string): (readonly Entry[])[] {
  const terms = queryTerms(question)
  const found: (readonly Entry[])[] = []
  let at = 0
  while (at < terms.length) {
    const length = [3, 2, 1].find((size) => BY_ENGLISH.has(keyOf(terms.slice(at, at + size)))) ?? 0
    const entries = BY_ENGLISH.get(keyOf(terms.slice(at, at + length))) ?? []
    if (entries.length > 0) found.push(entries)
    at += length || 1
  }
  return found
}

function indexBy(keysOf: (entry: Entry) => readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of ENTRIES) {
    for (const key of new Set(keysOf(entry))) index.set(key, [...(index.get(key) ?? []), entry])
  }
  return index
}

function keyOf(terms: TermForm): string {
  return terms.join(' ')
}
