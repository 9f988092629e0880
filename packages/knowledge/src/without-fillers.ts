import { foldTraditional, segmentWords } from '@parley/text'

/**
 * What spoken Chinese puts around a question and no handbook says: conditions, auxiliaries, the asker and their company,
 * limits said twice. Terms are pairs of characters: each of these words makes two that stand nowhere.
 */
const FILLERS = new Set(
  `如果 要是 假如 万一 的话 时候 不小心 到底 究竟 其实 我们 咱们 咱 我 公司 单位 自己 本人 已经 还 还是 刚 刚刚 刚来 必须 需要 能 能够
  可以 可 应该 应当 就 才 才能 就得 得 给 另外 再 都 最多 最晚 最早 至多 顶多 之内 以内 以后 之后 里 里面 这边 大概 大约 一般 要 想 想要
  打算 准备 但是 可是 而且 因为 所以 然后 去 到 太 很 一下 的 了 呢 啊 吧 嘛`.split(/\s+/),
)

/** A Chinese question without what it says in passing, and how many words that were. */
export function withoutFillers(question: string): { readonly text: string; readonly leftOut: number } {
  const words = segmentWords(foldTraditional(question))
  const kept = words.filter(({ text }) => !FILLERS.has(text))
  // Characters that did not stand side by side make no pair.
  const text = kept.map(({ text, start }, at) => (start > (kept[at - 1]?.end ?? start) ? ` ${text}` : text)).join('')
  return { text, leftOut: words.length - kept.length }
}
