import { foldTraditional } from '@parley/text'

const X = '(?:the |an? )?(?<x>[^,，。;；?？!！]{1,40}?)'
const Y = '(?:the |an? )?(?<y>[^,，。;；?？!！]{1,40}?)'
const WITH = '\\s*(?:和|与|跟|同|及|对比|相比|还是|vs\\.?|VS)\\s*'
const END = '[?？。.!！]*$'

/** How people name two things to have them compared; the first that fits the whole question. */
const FORMS: readonly RegExp[] = [
  new RegExp(`^${X}\\s+(?:vs\\.?|versus|compared (?:to|with))\\s+${Y}${END}`, 'iu'),
  new RegExp(`^(?:what(?:['’]s| is| are) )?(?:the )?(?:main )?differences? between ${X} and ${Y}${END}`, 'iu'),
  new RegExp(`^how (?:does|do) ${X} (?:differ from|compare (?:to|with)) ${Y}${END}`, 'iu'),
  new RegExp(`^how (?:is|are) ${X} different from ${Y}${END}`, 'iu'),
  new RegExp(`^(?:please )?compare ${X} (?:and|with|to) ${Y}${END}`, 'iu'),
  new RegExp(`^which (?:one )?is [a-z -]{1,30}[,:] ${X} or ${Y}${END}`, 'iu'),
  new RegExp(`^(?:请问)?${X}${WITH}${Y}\\s*(?:哪个|谁|哪款|哪种)更?.{1,6}?${END}`, 'u'),
  new RegExp(`^(?:请)?(?:比较|对比)(?:一下)?${X}${WITH}${Y}${END}`, 'u'),
  new RegExp(
    `^(?:请问)?${X}${WITH}${Y}\\s*(?:之间)?(?:的|有(?:什么|何|哪些))?(?:区别|不同|差别|差异|对比|比较)?(?:是什么|在哪里?|有哪些)?(?:呢|啊)?${END}`,
    'u',
  ),
]

/** "Skua 3 vs Mini", 海燕 5 和海燕 Mini 有什么区别: the two things; null where nothing is compared. Linear in the question. */
export function comparedThings(question: string): readonly [string, string] | null {
  const text = foldTraditional(question.trim())
  for (const form of FORMS) {
    const { x, y } = form.exec(text)?.groups ?? {}
    if (x && y) return [x.trim(), y.trim()]
  }
  return null
}

/** What the second may be called in full: of "Skua 3 vs Mini" Mini, or Skua Mini. */
export function namesOfSecond(first: string, second: string): readonly string[] {
  const words = first.split(' ')
  return words.length < 2 ? [second] : [second, [...words.slice(0, -1), second].join(' ')]
}
