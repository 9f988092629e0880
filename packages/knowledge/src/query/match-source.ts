import { detectLanguage, foldTraditional, queryTerms } from '@parley/text'
import { bridgeQuestion } from '../glossary'
import type { NamedSource } from './query-sources'
import type { SourceMention } from './source-mentions'

/** More than that are not meant by one name. */
const MOST_MEANT = 10
const DOCUMENT_NOUN =
  /(?:polic(?:y|ies)|handbook|guide|guidelines|manual|rules|regulations?|contract|agreement|minutes|runbook|playbook|faq|report|plan|procedure|notes|checklist|制度|手册|规定|规则|办法|指南|政策|合同|协议|纪要|条例|流程|须知|细则|说明书?|清单|计划|报告|文档|文件|守则)$/i

/** The sources that a mention names: by the whole name if one has it, else by its end, its words, or in the other language. */
export function matchSource(mention: SourceMention, sources: readonly NamedSource[]): readonly NamedSource[] {
  const name = plain(mention.name)
  const isSource = mention.isPlain || DOCUMENT_NOUN.test(name)
  if (!isSource && !isTitleLike(name)) return []
  const ways = isSource ? [isWhole, isEnd, holdsWords, isTranslated] : [isWhole]
  for (const matches of ways) {
    const found = sources.filter((source) => formsOf(source.name).some((form) => matches(name, form)))
    if (found.length > 0) return found.length > MOST_MEANT ? [] : found
  }
  return []
}

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

const isWhole = (name: string, form: string) => name === form

/** "travel policy" of "Company travel policy"; of Latin letters whole words. */
function isEnd(name: string, form: string): boolean {
  if (!form.endsWith(name) || name.length < 3) return false
  return !/^[a-z\d]/.test(name) || /[^a-z\d]$/.test(form.slice(0, -name.length))
}

function holdsWords(name: string, form: string): boolean {
  const words = queryTerms(name)
  const held = new Set(queryTerms(form))
  return words.length > 1 && words.every((word) => held.has(word))
}

/** "travel policy" and 差旅制度: both are called documents, and the glossary finds in one all it knows of the other. */
function isTranslated(name: string, form: string): boolean {
  const language = detectLanguage(name)
  if (language === detectLanguage(form) || !DOCUMENT_NOUN.test(name) || !DOCUMENT_NOUN.test(form)) return false
  const topic = name.replace(DOCUMENT_NOUN, '').trim()
  const concepts = bridgeQuestion(topic, language)
  if (sizeOf(topic) > MOST_PER_CONCEPT * concepts.length) return false
  const held = new Set(queryTerms(form))
  return concepts.length > 0 && concepts.every((ways) => ways.some((terms) => terms.every((term) => held.has(term))))
}

/** What the glossary does not know of a longer name may be what tells it from others. */
const MOST_PER_CONCEPT = 2
const sizeOf = (topic: string) => (/\p{Script=Han}/u.test(topic) ? topic.length : topic.split(' ').length)
