import type { NamedPerson } from './names-in'

/** Where the name stood. */
const NAME = '\uFFFC'

/** "ask @Li to", "assign to @Li", 请 @李娜, 交给 @李娜: what hands a task over goes with the name. */
const HANDS_OVER = new RegExp(
  `(?<![^\\s,，.。;；:：])(?:(?:please )?(?:(?:ask|get|tell) ${NAME} to |(?:have|let) ${NAME} )` +
    `|(?:assign(?:ed)?(?: it| this)? to|owner:?|由|请|让|叫|麻烦) ?${NAME}(?: ?来| ?负责)?` +
    `|(?:[指分]?派给|分配给|交给|交由|负责人[:：是]?) ?${NAME})[ ,，:：]*`,
  'iu',
)

/** "send it to @Li", 把合同发给 @李娜: without a name the sentence would have a hole. */
const WANTS_NAME = new RegExp(
  `(?:\\b(?:to|for|with|from|of|about|by|and|call|ask|tell|help|meet)|[给跟和与同向对找问帮替为请让]|联系|通知|提醒) ?${NAME}`,
  'iu',
)

/** Words as they read when a name in them has been understood. */
export function withoutName(words: string, { start, end }: NamedPerson): string {
  const marked = `${words.slice(0, start)}${NAME}${words.slice(end)}`
  if (!HANDS_OVER.test(marked) && WANTS_NAME.test(marked)) {
    return `${words.slice(0, start)}${words.slice(start + 1)}`
  }
  const [left = '', right = ''] = marked.replace(HANDS_OVER, NAME).split(NAME)
  return join(left.trimEnd(), right.trimStart())
}

/** Chinese needs no space there, and nothing needs one before a comma. */
function join(left: string, right: string): string {
  const isChinese = /\p{Script=Han}$/u.test(left) && /^\p{Script=Han}/u.test(right)
  return `${left}${isChinese || /^[\p{P}]/u.test(right) ? '' : ' '}${right}`
    .replace(/[\s,，、;；:：]+$/, '')
    .trimStart()
}
