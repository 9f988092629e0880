import { foldTraditional } from '@parley/text'

const X = '(?<x>[^,，。;；?？!！]{1,60}?)'
const WHAT_IT_IS: readonly RegExp[] = [
  new RegExp(`^(?:what|who)(?:['’]s| is| are) (?:an? |the )?${X}[?.!]*$`, 'iu'),
  new RegExp(`^what does (?:the )?${X} (?:mean|stand for)[?.!]*$`, 'iu'),
  new RegExp(`^(?:请问)?(?:什么是|什么叫(?:做|作)?)${X}[?？。呢啊]*$`, 'u'),
  new RegExp(`^(?:请问)?${X}(?:指的?)?是(?:个)?(?:什么(?:意思|东西|系统)?|啥)(?:呢|啊)?[?？。]*$`, 'u'),
]

/** "What is Tidepool?", Tidepool 是什么？: what is to be said what it is; null where something else is asked. Linear in the question. */
export function thingAskedAbout(question: string): string | null {
  const text = foldTraditional(question.trim())
  for (const form of WHAT_IT_IS) {
    const thing = form.exec(text)?.groups?.x?.trim()
    if (thing) return isName(thing) ? thing : null
  }
  return null
}

/** "The limit of a card" and 红灯闪两下 are no names: what they are is said in any words. */
const isName = (thing: string): boolean =>
  /\p{Script=Han}/u.test(thing)
    ? thing.length <= LONGEST_HAN && !/[的闪了]/.test(thing)
    : thing.split(/\s+/).length <= MOST_WORDS && !/\b(?:of|in|for|per|on|at|to|with|my|your|our|the)\b/i.test(thing)
const LONGEST_HAN = 12
const MOST_WORDS = 4
