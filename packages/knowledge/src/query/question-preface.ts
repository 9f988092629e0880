/*
 * What stands before a question and asks for nothing itself. The patterns are bounded: no two repetitions in a row can take
 * the same characters.
 */

const ENGLISH =
  /^\s*(?:(?:hi|hey|hello)(?: (?:all|there|team|everyone|everybody|folks))?[ ,:!]+)?(?:(?:(?:just )?a |one |small )?quick question|question|(?:does|do) (?:any(?:body|one)|some(?:body|one)|you)(?: here| guys)?(?: happen to)? know|(?:can|could) (?:any(?:body|one)|some(?:body|one)|you)(?: please)? tell me|(?:please )?tell me|i(?:['’]d| would) like to know|i (?:was )?wonder(?:ing)?|any(?:body|one) knows?)\b(?: (?:if|whether))?[\s,:–—-]*/iu
const CHINESE =
  /^\s*(?:(?:大家好|你好|您好)[，,！!\s]*)?(?:请问(?:一下)?|想?(?:问|请教|咨询)(?:一下|下)|(?:有没有|有)(?:人|谁|哪位)知道|(?:谁|哪位|大家|你们?)知道|我?想知道|打听一下)[\s，,：:]*/u

/** How many characters of a text are such a preface; 0 where nothing follows it. */
export function prefaceLength(text: string): number {
  const length = (ENGLISH.exec(text) ?? CHINESE.exec(text))?.[0].length ?? 0
  return /[\p{L}\p{N}]{2}/u.test(text.slice(length)) ? length : 0
}
