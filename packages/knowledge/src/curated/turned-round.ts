/** What stands before the one that something is done to, goes to, or is measured by. */
const BEFORE_SECOND = [
  /\bthan\s+(?:the\s+|an?\s+)?/giu,
  /\b(?:into|instead of)\s+(?:the\s+|an?\s+)?/giu,
  /\bto\s+(?:the\s+|an?\s+)?(?=.*\bfrom\b)|(?<=\bfrom\b.*)\bto\s+(?:the\s+|an?\s+)?/giu,
  /换成|换为|兑成|兑换成|转成|转到|改成|变成|译成|导入|飞往|飞|到|往/gu,
  /比/gu,
  /欠/gu,
  /给/gu,
  /先(?!生|进)/gu,
] as const
/** A and B is B and A. */
const CONNECTIVE = /^(?:和|与|跟|同|及|或|或者|还是|以及|[、,，/]|and|or|with|vs)$/iu
/** What is exchanged is named: a single sign of Chinese after a word like 比 may be anything. */
const LEAST_NAME = 2
const LONGEST_NAME = 8

/**
 * Whether both say the same of two things, the other way round: "from Shanghai to Beijing" and back, "is the old one
 * faster than the new one". Vectors and words are as good as equal there, and the answer is another.
 */
export function areTurnedRound(one: string, other: string): boolean {
  const [left, right] = [plain(one), plain(other)]
  return isExchange(signsOf(left), signsOf(right)) || BEFORE_SECOND.some((mark) => isMarkedOtherwise(left, right, mark))
}

/** After the mark stands what in the other text stands elsewhere, and the other way round. */
function isMarkedOtherwise(one: string, other: string, mark: RegExp): boolean {
  const [marked, others] = [namesAfter(one, mark), namesAfter(other, mark)]
  return marked.some((name) =>
    others.some((also) => {
      const [mine, theirs] = [foundUnmarked(name, other, mark), foundUnmarked(also, one, mark)]
      return mine !== '' && theirs !== '' && !name.startsWith(theirs) && !also.startsWith(mine)
    }),
  )
}

const namesAfter = (text: string, mark: RegExp): string[] =>
  [...text.matchAll(mark)].map((found) => text.slice(found.index + found[0].length, found.index + found[0].length + 30))

/** The longest beginning of a name that a text holds where no such mark stands before it. */
function foundUnmarked(name: string, text: string, mark: RegExp): string {
  const unmarked = namesAfter(text, mark).reduce((rest, marked) => rest.replace(marked, ' '), text)
  if (/^[a-z0-9]/u.test(name)) {
    const word = name.match(/^[\p{L}\p{N}'-]+/u)?.[0] ?? ''
    return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(unmarked) ? word : ''
  }
  for (let length = LONGEST_NAME; length >= LEAST_NAME; length--) {
    const beginning = name.slice(0, length)
    if (beginning.length === length && unmarked.includes(beginning)) return beginning
  }
  return ''
}

/** One becomes the other when two parts of it change places around what stands between them. */
function isExchange(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.length > MOST_SIGNS) return false
  const [left, right] = withoutSharedEnds(one, other)
  for (let first = 1; first < left.length - 1; first++) {
    for (let last = 1; last < left.length - first; last++) {
      const [before, between, after] = [
        left.slice(0, first),
        left.slice(first, left.length - last),
        left.slice(left.length - last),
      ]
      const isTurned = [...after, ...between, ...before].every((sign, at) => sign === right[at])
      if (isTurned) return !between.every((sign) => CONNECTIVE.test(sign))
    }
  }
  return false
}

const MOST_SIGNS = 60

function withoutSharedEnds(
  one: readonly string[],
  other: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const differs = (sign: string, at: number) => sign !== other[at]
  const from = one.findIndex(differs)
  const until = one.findLastIndex(differs) + 1
  return from < 0 ? [[], []] : [one.slice(from, until), other.slice(from, until)]
}

/** Characters of Chinese, words of all else. */
const signsOf = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}'-]+|[、,，/]/gu) ?? []

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
