import type { Slot, SlotValue } from '../understanding'
import { matchedSlot } from './matched-slot'

const EXTENSIONS =
  'docx?|xlsx?|pptx?|pdf|csv|tsv|txt|md|json|xml|ya?ml|toml|ini|conf|zip|tar(?:\\.gz)?|t?gz|rar|7z|png|jpe?g|gif|svg|webp|heic|mp[34]|mov|wav|m4a|avi|log|sql|tsx?|jsx?|mjs|py|java|go|rs|cpp|hpp|cs|rb|php|sh|bat|html?|css|vue|ipynb|parquet|psd|fig|sketch|eml|ics|apk|exe|dmg|iso|wps|et|dps'
const FILE = new RegExp(
  `[\\p{L}\\p{N}_][\\p{L}\\p{N}_.()（）+-]{0,80}\\.(?:${EXTENSIONS})(?![\\p{Script=Latin}\\p{N}_])`,
  'giu',
)
/** Chinese puts no space before a name: what is done with a file is no part of it. */
const BEFORE_FILE =
  /^.*(?:请|把|将|看一?下|查看|看看|看|在|的|和|与|跟|是|见|发|传|叫|打开|下载|上传|更新|删除|附件|文件|改了?|给|到|从|用)(?=\p{Script=Han})/u

/** Three numbers or more, or a v, or the word for it: 2.14 alone is a number. */
const VERSION =
  /(?<![\w.-])(?:v\d{1,4}(?:\.\d{1,5}){0,3}|\d{1,3}(?:\.\d{1,5}){2,3}|(?<=(?:版本号?|version|release|ver\.?)\s{0,2})\d{1,4}(?:\.\d{1,5}){1,3})(?:-(?:alpha|beta|rc|preview|snapshot)(?:[.-]?\d{1,3})?)?(?![\w]|\.\d)/gi
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/
const DATE_LIKE = /^(?:19|20)\d\d\./

const TICKET = /(?<![\w-])[A-Z][A-Z0-9]{0,9}-\d{1,12}(?:-\d{1,12}){0,3}(?![\w-])/g
/** Standards and models have the same form, and name nothing of a workspace's own. */
const KNOWN = /^(?:UTF|SHA|AES|MD|ISO|GPT|COVID|HTTP|CO|MP|H|A|B|Q|F|W|IPV|PM|USB)-/
const ISSUE = /(?<![\w#&])#\d{1,7}(?!\w)/g
const UUID = /(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/gi
const NAMED =
  /(?<=(?:订单号?|单号|编号|工单号?|合同号?|发票号?|工号|流水号|快递单号|项目号|案号|\b(?:order|invoice|ticket|case|reference|ref|tracking|serial|contract|purchase order|po)(?:\s(?:number|no\.?|id))?|\bno\.)\s?(?:[:：#]|is|是|为)?\s?#?)(?!(?<=\border\s)\d{1,3}-\d{1,3}\s(?:[a-z]{3,20}\s){0,2}[a-z]{3,20}(?<!ss)s\b)(?=[A-Za-z0-9-]*\d)[A-Za-z0-9][A-Za-z0-9-]{2,30}(?![\w-])/gi

/** What is called by signs and not by words: files, versions, and the numbers of orders, tickets and the like. */
export function codes(text: string): Slot[] {
  return [...files(text), ...versions(text), ...identifiers(text)].map((slot) => ({ ...slot, source: 'pattern' }))
}

function files(text: string): Slot[] {
  return [...text.matchAll(FILE)].map((match) => {
    const before = BEFORE_FILE.exec(match[0])?.[0].length ?? 0
    const name = match[0].slice(before)
    return { ...matchedSlot(match, { type: 'file', name }), start: match.index + before, text: name }
  })
}

function versions(text: string): Slot[] {
  return [...text.matchAll(VERSION)].flatMap((match) => {
    const version = match[0].toLowerCase().replace(/^v/, '')
    const isOther = ADDRESS.test(match[0]) || DATE_LIKE.test(version)
    return isOther ? [] : [matchedSlot(match, { type: 'version', version })]
  })
}

function identifiers(text: string): Slot[] {
  const found = [TICKET, ISSUE, UUID, NAMED].flatMap((pattern) => [...text.matchAll(pattern)])
  return found.filter(([code]) => !KNOWN.test(code)).map((match) => matchedSlot(match, identifier(match[0])))
}

const identifier = (code: string): SlotValue => ({ type: 'identifier', code })
