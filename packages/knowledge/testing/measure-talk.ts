import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlacedMessage } from '../src/talk/in-context'
import { readTalkQuestion } from '../src/talk/read-talk-question'
import type { FoundTalk } from '../src/talk/said-message'
import type { TalkPerson, TalkQuestion, TalkQuestionKind } from '../src/talk/talk-question'
import { wholeTalk } from '../src/talk/whole-talk'

export interface LabelledTalkQuestion {
  readonly id: string
  readonly half: 'validation' | 'held'
  readonly lang: 'zh' | 'en'
  readonly asker: string
  readonly kind: TalkQuestionKind
  readonly text: string
  /** Messages that answer; empty: nothing that the asker may read does. */
  readonly answers: readonly string[]
}

export interface TeamLife {
  readonly people: readonly TalkPerson[]
  readonly messages: readonly (PlacedMessage & { readonly members: readonly string[] | null })[]
  readonly questions: readonly LabelledTalkQuestion[]
}

const NOW = '2026-01-30T09:00:00+00:00'
const FILES = ['conversations-en.txt', 'conversations-zh.txt', 'conversations-mixed.txt']
const LINE = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) (> )?(\w+)(?: \{([\w-]+)\})?: (.+)$/

export async function readTeamLife(directory: string): Promise<TeamLife> {
  const read = (name: string) => readFile(join(directory, name), 'utf8')
  const texts = await Promise.all(FILES.map(read))
  const lines = (await read('questions.jsonl')).trim().split('\n')
  return {
    people: JSON.parse(await read('people.json')),
    messages: texts.flatMap(readConversations),
    questions: lines.map((line) => JSON.parse(line)),
  }
}

/** `# channel (private: members)`, then one message a line; `>` replies to the last one that does not. */
function readConversations(text: string) {
  let channelId = ''
  let members: readonly string[] | null = null
  let threadId: string | null = null
  return text.split('\n').flatMap((line, number) => {
    const [, name, only] = /^# (\S+)(?: \(private: (.+)\))?$/.exec(line) ?? []
    if (name) [channelId, members, threadId] = [name, only?.split(', ') ?? null, null]
    const [, time, reply, speakerId, tag, said] = LINE.exec(line) ?? []
    if (!time || !speakerId || !said) return []
    const id = tag ?? `${channelId}-${number}`
    const isReply = reply !== undefined && threadId !== null
    const message = { id, speakerId, text: said, at: Date.parse(`${time.replace(' ', 'T')}:00Z`), channelId, members }
    if (!isReply) threadId = id
    return [{ ...message, threadId: isReply ? threadId : null }]
  })
}

/** A question of the set as it would be put, and what its asker may read. */
export function putQuestion(
  life: TeamLife,
  { text, asker }: LabelledTalkQuestion,
): { question: TalkQuestion; found: FoundTalk } {
  const question = readTalkQuestion(text, { askerId: asker, now: NOW, people: life.people })
  const readable = life.messages.filter(({ members }) => members === null || members.includes(asker))
  return { question, found: wholeTalk(readable, question) }
}
