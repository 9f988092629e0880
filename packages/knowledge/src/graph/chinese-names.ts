import { segmentWords } from '@parley/text'
import type { NamePhrase, NamePhraseReader } from './name-phrase'
import { isTimePhrase } from './time-phrase'

/** Words that end a name, whole. */
const BOUNDARIES = new Set(
  `的 了 着 过 地 得 是 有 在 和 与 跟 及 或 把 被 让 给 说 觉得 我 你 他 她 它 我们 你们 他们 她们 咱们 大家 这 那 这个 那个 这些 那些 这块 那块
  目前 现在 今天 明天 昨天 已经 一直 主要 直接 完全 都 也 还 就 只 才 很 非常 比较 特别 另外 而且 因为 所以 但是 但 其实 由于 不过 然后 以及
  从 向 对 为 由 于 到 等 吧 呢 啊 吗 哦 嗯 好 啦 呀 仍然 依然 仍 全部 一起 同时 均 各自 分别 自己 每 需要 要 能 可以 请 因此 导致 使得
  记得 知道 确认 注意 提醒 大概 一个 一种 什么 谁 哪 来 去 里 时 时候 正在 正 方面 这边 那边 这里 那里 起 开始 负责 依赖 使用
  并 并且 则 如 如下 即 该 此 其 其中 之一 之 所 以 而 又 再 已 刚 刚刚 暂时 严重 高度 经 按照 以后 之后 如果 要是 假如 听说 认为 希望 去年 据说 那么 可能 不再 不 没 没有 位于 属于 包括 我们 直接 汇报 归 使用 采用 基于 说明一下 应该 让 应 将 将来 都是`.split(
    /\s+/,
  ),
)
/** What points at something instead of naming it. */
const VAGUE =
  /^(?:团队|小组|地点|位置|批准|审批|优先|直属|主管|东西|事情|事|工作|部分|问题|情况|地方|时间|人|人员|同事|情绪|心情|天气|运气|别人|用户|客户|模样|结果|程度|方式|原因|决定|意见|数据量|\d+|一.|一切都?|感觉|这种.*|几.|.天|.个)$/u
const LONGEST_WORDS = 6
const LONGEST = 16
const MOST_LISTED = 5
const JOINT = /^(?:、|和|与|跟|及|以及|还有|,|，)$/u

export const chineseNames: NamePhraseReader = {
  before: (stretch, at) => list(tokensOf(stretch.slice(-40), at + Math.max(0, stretch.length - 40)), -1),
  after: (stretch, at) => list(tokensOf(stretch.slice(0, 60), at), 1),
}

type Word = ReturnType<typeof segmentWords>[number]

interface Token extends Word {
  readonly isGap: boolean
}

const QUOTED = /《[^《》]{1,40}》|“[^“”]{1,30}”|「[^「」]{1,30}」/gu

/** Words, and what stands between them; a quoted title is one word. */
function tokensOf(stretch: string, at: number): Token[] {
  const titles = [...stretch.matchAll(QUOTED)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }))
  const plain = wordsApart(stretch).filter(
    ({ start }) => !titles.some((title) => start >= title.start && start < title.end),
  )
  const known = [...plain, ...titles].sort((one, other) => one.start - other.start)
  const tokens: Token[] = []
  let end = 0
  for (const word of [...known, { text: '', start: stretch.length, end: stretch.length }]) {
    const gap = stretch.slice(end, word.start)
    if (gap.trim() !== '') tokens.push({ text: gap.trim(), start: at + end, end: at + word.start, isGap: true })
    if (word.text !== '') tokens.push({ text: word.text, start: at + word.start, end: at + word.end, isGap: false })
    end = word.end
  }
  return tokens
}

/** What joins names is no part of them, whatever a dictionary makes of it: 账务服务|和|风控系统, and not 和风. */
function wordsApart(stretch: string): Word[] {
  const joints = [...stretch.matchAll(/[和与及]/g)].map(({ index }) => index)
  const cuts = [0, ...joints.flatMap((at) => [at, at + 1]), stretch.length]
  return cuts.slice(1).flatMap((to, at) => {
    const from = cuts[at]!
    return segmentWords(stretch.slice(from, to)).map(({ text, start, end }) => ({
      text,
      start: start + from,
      end: end + from,
    }))
  })
}

function list(tokens: Token[], direction: 1 | -1): NamePhrase[] {
  const found: NamePhrase[] = []
  const next = () => (direction === 1 ? tokens[0] : tokens.at(-1))
  const drop = () => (direction === 1 ? tokens.shift() : tokens.pop())
  while (direction === -1 && next() && SKIPPED.has(next()!.text)) drop()
  while (direction === 1 && next() && SKIPPED_AFTER.has(next()!.text)) drop()
  while (found.length < MOST_LISTED) {
    const taken: Token[] = []
    while (next() && (!isBoundary(next()!) || isInside(tokens, taken, direction))) {
      if (direction === 1) taken.push(drop()!)
      else taken.unshift(drop()!)
    }
    const phrase = asPhrase(taken)
    if (!phrase) break
    found.push(phrase)
    if (!next() || !JOINT.test(next()!.text)) break
    // A comma in a row after the first may end the list and begin the next clause.
    if (/[,，]/.test(next()!.text)) break
    while (next() && JOINT.test(next()!.text)) drop()
  }
  return found
}

/** Whether the next word is a 的 between two words of one name. */
function isInside(tokens: readonly Token[], taken: readonly Token[], direction: 1 | -1): boolean {
  const [word, other] = direction === 1 ? [tokens[0], tokens[1]] : [tokens.at(-1), tokens.at(-2)]
  if (word?.text !== '的' || !other || taken.length === 0 || isBoundary(other)) return false
  return !LOOSE_OWNERS.test(direction === 1 ? taken.at(-1)!.text : other.text)
}

const SKIPPED = new Set(
  '目前 现在 主要 直接 完全 都 也 还 就 一直 仍然 依然 仍 全部 正在 正 已经 强 严重 高度 一起 同时 暂时 均 只 这边 这里 已 则 不再 直接 仅 将 以后 之后 强'.split(
    ' ',
  ),
)
const SKIPPED_AFTER = new Set('了 着 的 我们 咱们 我们的 这个 那个 一个 整个 于 到 在 是 该'.split(' '))

/** 银行的证书 is one name; 我们的网关 and 新的网关 are 网关. */
const LOOSE_OWNERS = /^(?:新|旧|老|好|大|小|整个|核心|所有|全部|最|相关|对应)$/u

const isBoundary = ({ text, isGap }: Token): boolean => isGap || BOUNDARIES.has(text)

function asPhrase(taken: readonly Token[]): NamePhrase | undefined {
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last || taken.length > LONGEST_WORDS) return undefined
  const name = joined(taken).replace(/^[《“「]|[》”」]$/gu, '')
  const isName = name.length >= 2 && name.length <= LONGEST + 14 && !VAGUE.test(name) && !isTimePhrase(name)
  return isName ? { name, start: first.start, end: last.end } : undefined
}

/** Words of Latin letters keep their spaces. */
const joined = (taken: readonly Token[]): string =>
  taken.reduce((text, token, at) => text + (at > 0 && token.start > taken[at - 1]!.end ? ' ' : '') + token.text, '')
