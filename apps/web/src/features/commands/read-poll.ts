export interface PollWords {
  readonly question: string
  readonly options: readonly string[]
}

/** Each in quotation marks of any kind, or each on a line of its own: the question, then what there is to choose. */
export function readPoll(words: string): PollWords {
  const quoted = [...words.matchAll(/["“”]([^"“”]+)["“”]|「([^」]+)」|『([^』]+)』/g)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim())
    .filter((it) => it !== '')
  const lines = words.split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)、])\s*/, '').trim())
  const [question = '', ...options] = quoted.length > 0 ? quoted : lines.filter((line) => line !== '')
  return { question, options: [...new Set(options)] }
}
