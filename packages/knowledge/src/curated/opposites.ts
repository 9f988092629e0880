/** Words that turn a question into its opposite: vectors hardly tell them apart, and the answer is another. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:starts?|begins?|beginning)\b|开始|起始/i, /\b(?:ends?|finish(?:es)?|over)\b|结束|截止/i],
  [/\b(?:opens?|opening)\b|开门|开放/i, /\b(?:closes?|closing)\b|关门|关闭|打烊/i],
  [/\b(?:book|reserve)\b|预订|预定|怎么订|哪里订/i, /\b(?:cancel|release)\b|取消|退订/i],
  [/\b(?:minimum|at least|lowest)\b|至少|最少|最低/i, /\b(?:maximum|at most|highest)\b|至多|最多|最高|上限/i],
  [/\bbefore\b|之前|以前/i, /\bafter\b|之后|以后/i],
  [/\b(?:enable|turn on|activate)\b|开启|启用|打开/i, /\b(?:disable|turn off|deactivate)\b|停用|禁用/i],
  [/\b(?:add|join)\b|添加|加入/i, /\b(?:remove|delete|leave)\b|移除|删除|退出/i],
  [/\b(?:borrow|lend)\b|借/i, /\breturn\b|归还|还回/i],
  [/\binbound\b|入库|入职/i, /\boutbound\b|出库|离职/i],
  [/\b(?:above|over|more than)\b|以上|超过/i, /\b(?:below|under|less than)\b|以下|不足|低于/i],
]
const NEGATION =
  /\b(?:not|never|cannot|without|no longer|isn't|aren't|don't|doesn't|didn't|can't|won't|mustn't|shouldn't)\b|不(?!同|少|管|论|仅)(?![^。？?]{0,1}不)|没有|无法|未(?!来)|禁止|别/i
/** "A not A" asks, and denies nothing. */
const ASKING = /(.)[不没]\1|有没有|是不是|能不能|对不对|如果.{0,6}不/g

/** Whether one asks for the opposite of what the other asks. */
export function areOpposite(one: string, other: string): boolean {
  const isDeniedOnce = isDenied(one) !== isDenied(other) && areAlike(one, other)
  return isDeniedOnce || PAIRS.some(([left, right]) => isTurned(one, other, left, right))
}

/** What is put in other words may deny to ask for the same: "I forgot the password" and "I cannot remember it". */
const LEAST_ALIKE = 0.5

/** So much of both is the same signs: characters of Chinese, words of all else. */
function areAlike(one: string, other: string): boolean {
  const [left, right] = [signsOf(one), signsOf(other)]
  const unmatched = [...right]
  const shared = left.filter((sign) => {
    const at = unmatched.indexOf(sign)
    if (at >= 0) unmatched.splice(at, 1)
    return at >= 0
  }).length
  return 2 * shared >= LEAST_ALIKE * (left.length + right.length)
}

const signsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}|[\p{L}\p{N}'-]+/gu) ?? []

/** One of them says only one side, and the other says the other: "book" and "cancel a booking". */
function isTurned(one: string, other: string, left: RegExp, right: RegExp): boolean {
  const lacks = (text: string, missing: RegExp, said: RegExp) => !missing.test(text) && said.test(text)
  return (
    (left.test(one) && lacks(other, left, right)) ||
    (right.test(one) && lacks(other, right, left)) ||
    (left.test(other) && lacks(one, left, right)) ||
    (right.test(other) && lacks(one, right, left))
  )
}

const isDenied = (text: string): boolean => NEGATION.test(text.replace(ASKING, ' '))
