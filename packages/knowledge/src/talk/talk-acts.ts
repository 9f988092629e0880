const PROMISE = [
  /\b(?:i|we)(?:['’]ll| will|['’]m going to| am going to|['’]m (?:planning|aiming|hoping) to| plan to| promise| can have| should have| intend to| expect to)\b/i,
  /\b(?:let me|leave it to me|on it|you(?:['’]ll| will) have|count on me|my plan is|i['’]d say|eta)\b/i,
  /(?:我|我们|咱们)(?:自己)?(?:来|会|去|今天|今晚|明天|后天|大后天|下周|下个?月|这周|本周|周|下午|上午|晚上|月底|年底|尽快|这就|马上|先|负责|保证|争取|答应|预计|打算|准备|计划|可以|能|\d)/u,
  /交给我|包在我身上|(?:之?前|以内|当天|[一二三四五六日天号])(?:一定)?(?:给(?:你|大家)|发(?:货|出|布|给)|完成|交付?|搞定|弄好|寄出|上线|提交)/u,
]

/** Says by its words that its speaker will do something. */
export const isPromise = (sentence: string): boolean => PROMISE.some((pattern) => pattern.test(sentence))

const CHANGE =
  /\b(?:moves?|moved|postponed|brought forward|pushed|changed|switch(?:ed)?) (?:back )?(?:to|until|from)\b|\bnew (?:date|decision|plan)\b|\bcancel(?:led|ed)\b|^(?:(?:ok(?:ay)?|so|then|right|good)[, ]+)?(?:agreed|decided|settled)\b|\b(?:was|were) (?:agreed|decided|settled)\b|\bundecided\b|\bnot (?:yet )?decided\b|改(?:在|到|成|为|用|走|由)|(?:延期|推迟|提前|换)(?:到|成|至)|取消了?|(?<![没未])(?:决定|敲定|商定|谈好|谈定)|定(?:为|在|成)|选(?:了|的是|定)?\p{Script=Han}|投票(?:结果|结束)|批了|(?:还没|尚未|未|不急着|暂不)定/iu

/** Says how a matter stands now: settled before, and changed, or open still. */
export const isChange = (sentence: string): boolean => CHANGE.test(sentence)
