import { CHINESE_VERB } from './work-verbs'

const MAX_LENGTH = 120

const LEADING_ZH =
  /^(?:[\s，,：:、。]|一下|来|去|帮忙|帮我|帮|尽快|务必|抓紧|赶紧|记得|别忘了|先|再|都|也|就|这个|那个|这份|那份|该|内容是|标题是)+/
const TRAILING_ZH =
  /(?:[\s，,。！!？?、；;~～…：:—-]|一下|吧|啊|哦|哈|呀|呢|嘛|吗|谢谢[^，]{0,6}|感谢|多谢|好吗|可以吗|行吗|好不好|辛苦了?|尽快|赶紧|的任务|这个任务|，?要快|之前|以前|完成(?=$)(?<=.{3}完成))+$/
const LEADING_EN = /^(?:[\s,:;–—-]|to |please |pls |also |both |just |quickly |then |go ahead and |a task to )+/i
const TRAILING_EN =
  /(?:[\s,.!?;:(–—-]|\bplease|\bpls|\bthanks?(?: you)?(?: so much| a lot)?|\bthx|\basap|\bas soon as possible|\bok(?:ay)?|\bwill you|\bdue|\bdeadline|\bby|\bbefore|\bcheers|\bat the latest|\bfor me|\band|\bon|\burgently|\bwith)+$/i
/** What the words after the object of 把 add nothing to: 整理好, 整理出来. */
const RESULT = '(?:一下|了|好|完|出来|掉|下来|完成|起来|到位|齐)?'
const OBJECT_FIRST = new RegExp(`^(?:把|将)(.{1,40}?)(${CHINESE_VERB})${RESULT}$`)
/** Verbs that only hand a thing over say nothing about the work itself. */
const EMPTY_VERB =
  /^(?:处理|负责|做|完成|跟进一下|弄|搞定|来|吧|办|给你|给您|给大家|发你|发给你|交给你|handle|do|complete|work on|take care of it)?$/i
const SHORT_VERB = new RegExp(`^(${CHINESE_VERB})${RESULT}(?:给我|给大家|出来)?$`)

/** A short imperative title without courtesies: 把会议纪要整理好 becomes 整理会议纪要. */
export function tidyTitle(written: string): string {
  const bare = withoutQuotes(trimBoth(written.replace(/\s+/g, ' ').trim()))
  const turned = bare
    .replace(OBJECT_FIRST, '$2$1')
    .replace(/^(\p{Script=Han}{1,2}?)(?:一下|(?<!以)下(?=\p{Script=Han}{2}))/u, '$1')
  return turned.length > MAX_LENGTH ? `${turned.slice(0, MAX_LENGTH - 1).trimEnd()}…` : turned
}

/** The title where the thing stands before the person: 接口文档由陈晨来写, "give the budget to Priya to check". */
export function titleWithTopic(topic: string, verb: string): string {
  const thing = tidyTopic(topic)
  const action = tidyTitle(verb)
  if (thing === '') return action
  if (EMPTY_VERB.test(action)) return thing
  const [, chineseVerb] = SHORT_VERB.exec(action) ?? []
  if (chineseVerb !== undefined) return `${chineseVerb}${thing}`
  return /^[a-z]+$/i.test(action) ? `${action} ${thing}` : `${thing}${/[a-z]$/i.test(thing) ? ' ' : ''}${action}`
}

function tidyTopic(topic: string): string {
  const bare = withoutQuotes(trimBoth(topic.replace(/\s+/g, ' ').trim()))
  return withoutQuotes(bare.replace(/^(?:the|this|that|a|an|my) /i, '').replace(/^(?:请|麻烦|把|将)+/, ''))
}

/** Marks around the whole title only said where it begins and ends; around a book they belong to it. */
const withoutQuotes = (text: string) => text.replace(/^["“「『]([^"”」』]+)["”」』]$/, '$1')

const trimBoth = (text: string) =>
  text.replace(LEADING_ZH, '').replace(LEADING_EN, '').replace(TRAILING_ZH, '').replace(TRAILING_EN, '')
