import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TalkMessage } from '../src/summary/talk'

export const MARKS = ['decision', 'owner', 'question', 'point'] as const
export type Mark = (typeof MARKS)[number]

/** A conversation, and what of it a good summary holds. */
export interface MarkedTalk {
  readonly name: string
  readonly half: 'validation' | 'held'
  readonly language: 'en' | 'zh'
  readonly messages: readonly (TalkMessage & { readonly mark: Mark | null })[]
}

const LINE = /^([^\s:]+)(?: \{(\w+)\})?: (.+)$/u

export async function readMarkedTalks(directory: string): Promise<readonly MarkedTalk[]> {
  const read = async (language: 'en' | 'zh') =>
    talksOf(await readFile(join(directory, `conversations-${language}.txt`), 'utf8'), language)
  return [...(await read('en')), ...(await read('zh'))]
}

const talksOf = (text: string, language: 'en' | 'zh'): MarkedTalk[] =>
  text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.trim().split('\n')
      const [, name = '', half] = /^(\S+) \((validation|held)\)$/.exec(head) ?? []
      return { name, half: half as MarkedTalk['half'], language, messages: lines.map(messageOf) }
    })

function messageOf(line: string, index: number) {
  const [, speakerId = '', mark = null, text = ''] = LINE.exec(line) ?? []
  if (!text) throw new Error(`not a line of a conversation: ${line}`)
  return { id: `m${index}`, speakerId, text, isRepliedTo: false, mark: mark as Mark | null }
}
