import type { RelationRule } from './relation-rule'

/* One thing under two names: 支付网关（payment gateway）, "the ledger service, also known as Abacus". */

/** In brackets right behind a name stands what it is called in the other script. */
const IN_LATIN =
  /(?<=\p{Script=Han}["”」》]?)\s?[（(](?:(?:英文名?|英文缩写|简称|缩写|又称|即|代号)(?:是|叫|为)?[:：]?\s?)?(?=[A-Za-z][A-Za-z0-9 .&’'/+-]{1,40}\s?[)）])/gu
const IN_HAN =
  /(?<=[A-Za-z0-9]["”]?)\s?[（(](?:(?:in Chinese|Chinese|中文名?)(?:是|叫|为|:|：)?\s?)?(?=\p{Script=Han}[\p{Script=Han}A-Za-z0-9 ]{1,15}\s?[)）])/giu

const IN_BRACKETS: readonly RelationRule[] = [IN_LATIN, IN_HAN].map((pattern) => ({
  ...{ name: 'in-brackets', type: 'same_as', strength: 'clear', pattern },
}))

export const ENGLISH_OTHER_NAMES: readonly RelationRule[] = [
  ...IN_BRACKETS,
  {
    name: 'also-called',
    type: 'same_as',
    strength: 'clear',
    pattern: /,?\s*\b(?:(?:is |are )?(?:also|otherwise|better|internally) (?:known as|called)|a\.?k\.?a\.?)(?=\s)/gi,
  },
]

export const CHINESE_OTHER_NAMES: readonly RelationRule[] = [
  ...IN_BRACKETS,
  {
    name: 'also-called',
    type: 'same_as',
    strength: 'clear',
    pattern:
      /[，,]?(?:又称|又叫|也叫(?:做|作)?|也称|别名(?:是|叫|为)|的?英文名?(?:是|叫|为)|的?英文缩写(?:是|为)|代号(?:是|叫|为)|简称(?:是|为)?|缩写(?:是|为))/gu,
  },
]

/** Brackets that hold another name, from the first to the last: they end no clause. */
export function bracketsOfNames(sentence: string): { readonly start: number; readonly end: number }[] {
  return [IN_LATIN, IN_HAN].flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map(({ index }) => {
      const close = /[)）]/.exec(sentence.slice(index))?.index ?? 0
      return { start: index, end: index + close + 1 }
    }),
  )
}

/** What stands before a bracket at the end: "the gateway (支付网关)" is the gateway. */
export const beforeBracket = (stretch: string): string => stretch.replace(/\s?[（(][^（()）]{1,60}[)）]\s*$/u, '')
