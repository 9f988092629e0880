/** What would answer a question, as far as it shows: a yes or a no, somebody, or anything. */
export function wants(question: string): 'yes-or-no' | 'person' | 'anything' {
  if (/\bwho\b|谁/iu.test(question)) return 'person'
  const isClosed =
    /^(?:(?:and|so|but),? )?(?:is|are|was|were|do|does|did|have|has|can|could|should|will|would|may|must)\b/i.test(
      question,
    ) || /吗\s*[？?]|没有\s*[？?]|(?<han>\p{Script=Han})[不没]\k<han>/u.test(question)
  return isClosed ? 'yes-or-no' : 'anything'
}

export const namesSomebody = (text: string): boolean => /\b(?:i|me|we)\b|(?<!^)\b\p{Lu}\p{Ll}+|[我他她]/u.test(text)
