import { detectLanguage, foldTraditional, queryTerms } from '@parley/text'
import { bridgeQuestion } from '../glossary'
import type { NamedSource } from './query-sources'
import { type SourceMention, sourceMentions } from './source-mentions'

/** More than that are not meant by one name. */
const MOST_MEANT = 10
const DOCUMENT_NOUN =
  /(?:polic(?:y|ies)|handbook|guide|guidelines|manual|rules|regulations?|contract|agreement|minutes|runbook|playbook|faq|report|plan|procedure|notes|checklist|制度|手册|规定|规则|办法|指南|政策|合同|协议|纪要|条例|流程|须知|细则|说明书?|清单|计划|报告|文档|文件|守则)$/i

/** The sources that a mention names: by the whole name if one has it, else by its end, its words, or in the other language. */
export function matchSource(mention: SourceMention, sources: readonly NamedSource[]): readonly NamedSource[] {
  const name = plain(mention.name)
  for (const matches of sources.length === 0 ? [] : waysOf(name, mention)) {
    const found = sources.filter((source) => formsOf(source.name).some(matches))
    if (found.length > 0) return found.length > MOST_MEANT ? [] : found
  }
  return []
}

type Matches = (form: string) => boolean

function waysOf(name: string, mention: SourceMention): Matches[] {
  const isWhole: Matches = (form) => form === name
  if (isSource(name, mention)) return [isWhole, isEndOf(name), holdsWordsOf(name), isTranslationOf(name)]
  return isTitleLike(name) ? [isWhole] : []
}

const isSource = (name: string, { isPlain }: SourceMention) => isPlain || DOCUMENT_NOUN.test(name)

/** Of names that are looked for, no more than that: a question names few. */
const MOST_NEEDLES = 40

/**
 * What the name of any source must hold one of, lower case, if a question names it: whoever has many sources need not look
 * at all of them. None where the question can name no source.
 */
export function sourceNeedles(text: string): string[] {
  const needles = sourceMentions(text).flatMap((mention) => {
    const name = plain(mention.name)
    const isName = name.length >= SHORTEST_END && (isSource(name, mention) || isTitleLike(name))
    return isName ? needlesOf(name) : []
  })
  return [...new Set(needles)].slice(0, MOST_NEEDLES)
}

function needlesOf(name: string): string[] {
  const topic = name.replace(DOCUMENT_NOUN, '').trim() || name
  const forms = bridgeQuestion(topic, detectLanguage(topic)).flat()
  return [endOf(topic), ...forms.flatMap(([term]) => (term && term.length > 1 ? [term] : []))]
}

/** The beginning of the longest word, which endings leave alone; of Chinese the last two characters. */
function endOf(topic: string): string {
  if (/\p{Script=Han}$/u.test(topic)) return topic.slice(-2)
  const longest = topic.split(/[^\p{L}\p{N}]+/u).reduce((one, other) => (other.length > one.length ? other : one), '')
  return longest.slice(0, STEM)
}
const STEM = 5

const plain = (name: string) => foldTraditional(name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())

const forms = new Map<string, readonly string[]>()
const MOST_KEPT = 50_000

/** A title as it is, and without its file ending, year, version and brackets; of one in two languages, each. */
function formsOf(title: string): readonly string[] {
  const known = forms.get(title)
  if (known) return known
  const whole = plain(title).replace(/\.(?:pdf|docx?|md|txt|xlsx?|pptx?|html?|csv|eml)$/, '')
  const bare = whole
    .replace(/[（(【[].*?[)）】\]]/g, ' ')
    .replace(/\b(?:v\d[\d.]*|(?:19|20)\d\d(?:-\d\d)*)\b|(?:19|20)\d\d年?版?|第.版/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const runs = bare.match(/\p{Script=Han}[\p{Script=Han}\d]*|[\p{Script=Latin}][\p{Script=Latin}\d '’&-]*/gu) ?? []
  const read = [...new Set([plain(title), whole, bare, ...runs.map((run) => run.trim())])].filter(
    (form) => form.length > 1,
  )
  if (forms.size > MOST_KEPT) forms.clear()
  forms.set(title, read)
  return read
}

/** "in Travel and expenses" may be a title; "in Berlin" and 成都办公室里 are rather places. */
const isTitleLike = (name: string) =>
  / /.test(name) || (/^\p{Script=Han}.{3}/u.test(name) && !/[室楼区部厅城市国店库房组]$/.test(name))

/** 制度 alone is the end of too many. */
const SHORTEST_END = 3

/** "travel policy" of "Company travel policy"; of Latin letters whole words. */
function isEndOf(name: string): Matches {
  const isLatin = /^[a-z\d]/.test(name)
  return (form) =>
    name.length >= SHORTEST_END && form.endsWith(name) && (!isLatin || /[^a-z\d]$/.test(form.slice(0, -name.length)))
}

function holdsWordsOf(name: string): Matches {
  const words = queryTerms(name)
  return (form) => {
    const held = termsOf(form)
    return words.length > 1 && words.every((word) => held.has(word))
  }
}

const terms = new Map<string, ReadonlySet<string>>()

/** The words of a form of a title: every question that may name a source asks for them again. */
function termsOf(form: string): ReadonlySet<string> {
  const known = terms.get(form)
  if (known) return known
  const read = new Set(queryTerms(form))
  if (terms.size > MOST_KEPT) terms.clear()
  terms.set(form, read)
  return read
}

/** "travel policy" and 差旅制度: both are called documents, and the glossary finds in one all it knows of the other. */
function isTranslationOf(name: string): Matches {
  const language = detectLanguage(name)
  const topic = name.replace(DOCUMENT_NOUN, '').trim()
  const concepts = DOCUMENT_NOUN.test(name) ? bridgeQuestion(topic, language) : []
  if (concepts.length === 0 || sizeOf(topic) > MOST_PER_CONCEPT * concepts.length) return () => false
  return (form) => {
    if (language === detectLanguage(form) || !DOCUMENT_NOUN.test(form)) return false
    const held = termsOf(form)
    return concepts.every((ways) => ways.some((terms) => terms.every((term) => held.has(term))))
  }
}

/** What the glossary does not know of a longer name may be what tells it from others. */
const MOST_PER_CONCEPT = 2
const sizeOf = (topic: string) => (/\p{Script=Han}/u.test(topic) ? topic.length : topic.split(' ').length)
