import { foldTraditional, type Language, queryTerms, segmentWords, type Word } from '@parley/text'
import { GLOSSARY_ENTRIES } from './glossary-entries'
import { isQuestionWord } from './question-words'

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
  return readWith(question, language).known.map((entries) => entries.flatMap(formsOf))
}

/** Words of a question for which the glossary has nothing; names and numbers that both languages write alike are not among them. */
export function unbridgedWords(question: string, language: Language): readonly string[] {
  return readWith(question, language).unknown
}

/** The same in the question's own language: 酒店 may be written 住宿, a ceiling is a limit. */
export function rephraseQuestion(question: string, language: Language): Concept[] {
  const formsOf = language === 'zh' ? chineseForms : englishForms
  return readWith(question, language).known.map((entries) => entries.flatMap(formsOf))
}

const englishForms = ({ en }: Entry) => en
const chineseForms = ({ zh }: Entry) => zh.map(queryTerms)

/** A Chinese question in the words of a text: 酒店 as 住宿 where the text writes that and not 酒店. */
export function inWordsOf(question: string, text: string): string {
  const folded = foldTraditional(question)
  const alone = new Set(segmentWords(folded).flatMap((word) => (word.text.length === 1 ? word.start : [])))
  let said = ''
  for (let at = 0; at < folded.length; ) {
    const form = longestFormAt(folded, at, alone.has(at) ? 1 : 2)
    said += form ? formIn(text, form) : folded[at]!
    at += form?.length ?? 1
  }
  return said
}

function formIn(text: string, form: string): string {
  if (text.includes(form)) return form
  const others = BY_CHINESE.get(form)!.flatMap(({ zh }) => zh)
  return others.find((other) => other.length > 1 && text.includes(other)) ?? form
}

interface Reading {
  /** Of each place that the glossary knows, the entries that may be meant. */
  readonly known: readonly (readonly Entry[])[]
  /** Words that say what the question is about, and stand in no entry. */
  readonly unknown: readonly string[]
}

function readWith(question: string, language: Language): Reading {
  return language === 'zh' ? readChinese(foldTraditional(question)) : readEnglish(question)
}

function readChinese(question: string): Reading {
  const words = segmentWords(question)
  const known: (readonly Entry[])[] = []
  const covered = new Set<number>()
  const alone = new Set(words.flatMap(({ start, text }) => (text.length === 1 ? start : [])))
  let at = 0
  while (at < question.length) {
    const form = longestFormAt(question, at, alone.has(at) ? 1 : 2)
    if (form) {
      known.push(BY_CHINESE.get(form)!)
      for (let inside = at; inside < at + form.length; inside++) covered.add(inside)
    }
    at += form?.length ?? 1
  }
  const isUnknown = ({ text, start }: Word) => HAN.test(text) && !covered.has(start) && !isQuestionWord(text)
  return { known, unknown: words.filter(isUnknown).map(({ text }) => text) }
}

const HAN = /\p{Script=Han}/u

/** A character inside a longer word means something else: 车 in 车间. */
function longestFormAt(text: string, at: number, shortest: number): string | undefined {
  for (let length = LONGEST_CHINESE; length >= shortest; length--) {
    const form = text.slice(at, at + length)
    if (BY_CHINESE.has(form)) return form
  }
  return undefined
}

function readEnglish(question: string): Reading {
  const terms = queryTerms(question)
  const known: (readonly Entry[])[] = []
  const unknown: string[] = []
  let at = 0
  while (at < terms.length) {
    const length = [3, 2, 1].find((size) => BY_ENGLISH.has(keyOf(terms.slice(at, at + size)))) ?? 0
    const entries = BY_ENGLISH.get(keyOf(terms.slice(at, at + length))) ?? []
    const term = terms[at]!
    if (entries.length > 0) known.push(entries)
    else if (!/\d/.test(term) && !isQuestionWord(term)) unknown.push(term)
    at += length || 1
  }
  return { known, unknown }
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
