import type { User, UserId } from '@parley/protocol'
import { beforeEach, expect, it } from 'vitest'
import type { CommandCall } from './command-call'
import { runCommand } from './run-command'

type Asked = readonly [name: string, body: Record<string, unknown>]

const person = (id: string, name: string, ...aliases: string[]) =>
  ({ id: id as UserId, name, aliases, isActive: true }) as unknown as User
const me = person('me', 'Ann')
const users = [
  me,
  person('li', 'Li'),
  person('liang', 'Liang'),
  person('wu', 'Wu Min', '小王'),
  person('wa', '王伟', '小王'),
]

let asked: Asked[]

beforeEach(() => {
  asked = []
})

/** The page as far as these commands reach into it: what they ask for and open is noted. */
function place(): Omit<CommandCall, 'words'> {
  const answers: Record<string, unknown> = {
    'commands.list': { commands: [{ name: 'weather', botId: 'bot' }] },
    'tasks.create': { task: { id: 'task' } },
    'slashCommands.invoke': { invocationId: 'given' },
  }
  const ask = async (name: string, body: Record<string, unknown>) => {
    asked.push([name, body])
    return answers[name]
  }
  const session = { me, users: new Map(users.map((user) => [user.id, user])), groups: new Map(), channels: new Map() }
  return {
    channelId: 'harbour',
    threadId: null,
    attempt: { line: '', id: 'attempt', readTime: async (rest: string) => ({ at: null, rest, repeats: null }) },
    text: (key: string) => key,
    names: { personById: (id: string) => id, person: ({ id }: User) => id },
    services: {
      http: { query: ask, command: ask },
      client: { command: ask, getState: () => ({ session }) },
      notes: { await: () => undefined },
    },
    open: (overlay: Record<string, unknown>) => asked.push(['open', overlay]),
    toast: () => undefined,
  } as unknown as Omit<CommandCall, 'words'>
}

const made = (name: string) => asked.filter(([it]) => it === name).map(([, body]) => body)

it.each(['/leave early today?', '/静音 一下'])('does not take "%s" for a command that takes no words', async (line) => {
  await expect(runCommand(line, place())).rejects.toThrow('web.commands.noWords')
})

it.each(['/离开一会儿', '/静音键坏了'])('knows no command of the whole of "%s"', async (line) => {
  await expect(runCommand(line, place())).rejects.toThrow('web.commands.unknown')
})

it.each(['、退出登录怎么弄', '、退出 一下', '、任务完成了'])('leaves "%s" a message', async (line) => {
  expect(await runCommand(line, place())).toBe(false)
  expect(made('tasks.create')).toEqual([])
})

it.each([
  ['/task @Liang count the boxes', 'liang', 'count the boxes'],
  ['/task @Li count the boxes', 'li', 'count the boxes'],
  ['/任务 @王伟写好报告', 'wa', '写好报告'],
  ['/task count the boxes', 'me', 'count the boxes'],
])('gives "%s" to %s', async (line, assigneeId, title) => {
  await runCommand(line, place())
  expect(made('tasks.create')).toMatchObject([{ assigneeId, title }])
})

it('asks who is meant where several share a name', async () => {
  await expect(runCommand('/task @小王 count the boxes', place())).rejects.toThrow('web.commands.several')
  expect(made('tasks.create')).toEqual([])
})

it.each([
  ['/remind 我们明天九点开会', '我们明天九点开会'],
  ['/remind 我明天九点开会', '明天九点开会'],
])('reminds in "%s" of "%s"', async (line, words) => {
  await runCommand(line, place())
  expect(made('open')).toMatchObject([{ kind: 'new-reminder', words }])
})

it('asks once which commands integrations have', async () => {
  await runCommand('/weather Oslo', place())
  expect(asked.map(([name]) => name)).toEqual(['commands.list', 'slashCommands.invoke'])
})
