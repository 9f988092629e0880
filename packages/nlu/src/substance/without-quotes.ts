/** Lines of an earlier message, as Markdown and mail mark them. */
const QUOTED_LINE = /^[^\S\n]*[>＞][^\n]*$/gm
/** The head of an earlier mail: all below it was said before. */
const HEADS: readonly RegExp[] = [
  /^[^\S\n]*-{2,}\s?(?:original message|forwarded message|原始邮件|原邮件|转发邮件|转发的邮件)[\s\S]*$/im,
  /^[^\S\n]*on [^\n]{5,120} wrote:[^\S\n]*\n[\s\S]*$/im,
  /^[^\n。]{4,80}写道[:：][^\S\n]*\n[\s\S]*$/m,
  /^[^\S\n]*(?:from|发件人)[:：][^\n]{1,200}\n[^\S\n]*(?:sent|date|to|发送时间|日期|收件人)[:：][\s\S]*$/im,
]

const blank = (quoted: string) => quoted.replace(/\S/g, ' ')

/**
 * The message with blanks for what it quotes of earlier ones, as long as it was: what is left is what its writer says now.
 * One that holds nothing else stays as it is. Time is linear in the length.
 */
export function withoutQuotes(message: string): string {
  const said = HEADS.reduce((rest, head) => rest.replace(head, blank), message.replace(QUOTED_LINE, blank))
  return said.trim() === '' ? message : said
}
