/** Seeded, so that two runs search the same messages. */
export function createTexts(seed = 7) {
  const random = seededRandom(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  /** Few words are common and many are rare, as in any language (Zipf's law). */
  const word = (list) => list[Math.floor(list.length ** random()) - 1] ?? list[0]
  const zh = words(random, 6_000, () =>
    Array.from({ length: 1 + Math.floor(random() * 2.3) }, () => han(random)).join(''),
  )
  const en = words(random, 8_000, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllable(pick)).join(''),
  )
  return (index) => {
    const isChinese = random() < 0.5
    const length = 3 + Math.floor(random() ** 2 * 30)
    const said = Array.from({ length }, () => word(isChinese ? zh : en)).join(isChinese ? '' : ' ')
    return `${said}${index % 50 === 0 ? ' 发布计划 release plan' : ''}${index % 5_000 === 0 ? ' commitMessages 罕见词语 🎉' : ''}`
  }
}

const syllable = (pick) => `${pick([...'bcdfghklmnprstvw'])}${pick([...'aeiou'])}${pick(['', 'n', 'r', 's', 't'])}`
/** The 3,000 characters from U+4E00 on: no text, but characters as many as one reads. */
const han = (random) => String.fromCodePoint(0x4e00 + Math.floor(random() ** 2 * 3_000))
const words = (_random, count, make) => Array.from({ length: count }, make)

/** Mulberry32. */
function seededRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
