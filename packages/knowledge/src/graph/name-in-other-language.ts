import { detectLanguage, queryTerms, searchTerms } from '@parley/text'
import { bridgeQuestion, type TermForm, unbridgedWords } from '../glossary'

/** What a name may be in the other language, as far as the glossary knows all of its words. */
export interface NameInOtherLanguage {
  /** Each such name holds one of these. */
  readonly needles: readonly string[]
  /** Whether a name says the same, and no more: 支付网关 is the payment gateway, and not the payment gateway team. */
  isCalled(name: string): boolean
}

const MOST_NEEDLES = 6
/** A stem may end otherwise than its word. */
const SHORTEST_STEM = 4

/** Null where the glossary does not know every word of it. */
export function nameInOtherLanguage(name: string): NameInOtherLanguage | null {
  const language = detectLanguage(name)
  const concepts = bridgeQuestion(name, language)
  if (concepts.length === 0 || unbridgedWords(name, language).length > 0) return null
  const kept = language === 'zh' ? (name.match(/[A-Za-z0-9]+/g) ?? []).flatMap(queryTerms) : []
  return {
    needles: [...new Set(concepts[0]!.flatMap(([first]) => (first ? needleOf(first) : [])))].slice(0, MOST_NEEDLES),
    isCalled(other) {
      const terms = new Set(searchTerms(other))
      const said = concepts.map((forms) => forms.filter((form) => form.every((term) => terms.has(term))))
      return (
        said.every((forms) => forms.length > 0) &&
        kept.every((term) => terms.has(term)) &&
        isAllOf(other, [...said.flat(), kept])
      )
    },
  }
}

const needleOf = (term: string): string =>
  term.slice(0, Math.max(SHORTEST_STEM, term.length - 2)).replace(/(?<=\w)i$/, '')

/** Whether a name has no word that is not one of these: Chinese ones by their characters, which no cut can part. */
function isAllOf(name: string, forms: readonly TermForm[]): boolean {
  const known = new Set(forms.flat())
  const characters = new Set([...known].join(''))
  const han = name.match(/\p{Script=Han}/gu) ?? []
  const words = queryTerms(name.replace(/\p{Script=Han}+/gu, ' '))
  return han.every((character) => characters.has(character)) && words.every((word) => known.has(word))
}
