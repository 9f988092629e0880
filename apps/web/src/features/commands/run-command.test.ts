import type { User, UserId } from '@parley/protocol'
import { beforeEach, expect, it } from 'vitest'
import type { CommandCall } from './command-call'
import { runCommand } from './run-command'

type Asked = readonly [name: string, body: Record<string, unknown>]

const person = (id: string, name: string, ...aliases: string[]) =>
  ({ id: id as UserId, name, aliases, title: 'planner', role: 'member', isActive: true }) as unknown as User
const me = person('me', 'Ann')
const users = [
  me,
  person('li', 'Li'),
  person('liang', 'Liang'),
  person('wu', 'Wu Min', '小王'),
  person('wa', '王伟', '小王'),
  person('na', 'Li Na', 'lina'),
  person('na2', 'Li Na', 'na.li'),
  person('na3', 'Li Na'),
]

let asked: Asked[]

beforeEach(() => {
  asked = []
})

/** The page as far as these commands reach into it: what they ask for and open is noted. */
function place({ isModerator = false } = {}): Omit<CommandCall, 'words'> {
  const answers: Record<string, unknown> = {
    'times.read': { at: null },
    'channels.members': { userIds: ['me'] },
    'commands.list': { commands: [{ name: 'weather', botId: 'bot' }] },
    'tasks.create': { task: { id: 'task', due: null } },
    'slashCommands.invoke': { invocationId: 'given' },
  }
  const ask = async (name: string, body: Record<string, unknown>) => {
    asked.push([name, body])
    return answers[name]
  }
  const channels = new Map([['harbour', { channel: { kind: 'private' }, isModerator }]])
  const session = { me, users: new Map(users.map((user) => [user.id, user])), groups: new Map(), channels }
  return {
    channelId: 'harbour',
    threadId: null,
    attempt: {
      line: '',
      id: 'attempt',
      readTime: async (rest: string) => ({ at: null, rest, repeats: null, deadline: { due: null, rest } }),
    },
    text: (key: string, values: { names?: string } = {}) =>
      key === 'web.direct.separator' ? '、' : [key, values.names].filter(Boolean).join(' '),
    names: {
      list: (ids: string[]) => ids.join('、'),
      personById: (id: string) => id,
      person: ({ name }: User) => name,
    },
    services: {
      http: { query: ask, command: ask },
      client: { command: ask, getState: () => ({ session }) },
      notes: { await: () => undefined },
    },
    open: (overlay: Record<string, unknown>) => asked.push(['open', overlay]),
    toast: (toast: Record<string, unknown>) => asked.push(['toast', toast]),
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
  ['/task count the boxes @Liang', 'liang', 'count the boxes'],
  ['/task count @Liang the boxes', 'liang', 'count the boxes'],
  ['/task count the boxes @Wu Min, please', 'wu', 'count the boxes, please'],
  ['/任务 周五前把合同发给客户 @王伟', 'wa', '周五前把合同发给客户'],
  ['/任务 数一数@王伟箱子', 'wa', '数一数箱子'],
  ['/task assign to @Liang: count the boxes', 'liang', 'count the boxes'],
  ['/task ask @Liang to count the boxes', 'liang', 'count the boxes'],
  ['/任务 请 @王伟 写好报告', 'wa', '写好报告'],
  ['/任务 写好报告，由@王伟负责', 'wa', '写好报告'],
  ['/task send the boxes to @Liang', 'liang', 'send the boxes to Liang'],
  ['/任务 把箱子交给 @王伟', 'wa', '把箱子交给 王伟'],
  ['/task @Liang count the boxes with @Li', 'liang', 'count the boxes with @Li'],
  ["/task review @Liang's draft", 'me', "review @Liang's draft"],
  ['/任务 审阅 @王伟 的草稿', 'me', '审阅 @王伟 的草稿'],
  ['/task write to liang@wu.example', 'me', 'write to liang@wu.example'],
  ['/task update @types/node', 'me', 'update @types/node'],
  ['/task count the boxes', 'me', 'count the boxes'],
])('gives "%s" to %s', async (line, assigneeId, title) => {
  await runCommand(line, place())
  expect(made('tasks.create')).toMatchObject([{ assigneeId, title }])
})

it.each([
  ['/task @小王 count the boxes', 'web.commands.several'],
  ['/task @Li Na count the boxes', 'web.commands.several'],
  ['/task count the boxes @li na', 'web.commands.several'],
  ['/task count the boxes @小王', 'web.commands.several'],
  ['/task count the boxes @Nobody by Friday', 'web.commands.nobody'],
  ['/任务 数一数箱子 @张三', 'web.commands.nobody'],
  ['/task count the boxes @channel', 'web.commands.noPerson'],
  ['/task count the boxes @Li and @Liang', 'web.commands.task.several'],
])('asks who is meant by "%s"', async (line, problem) => {
  await expect(runCommand(line, place())).rejects.toThrow(problem)
  expect(made('tasks.create')).toEqual([])
})

it.each(['/invite @Li Na', '/邀请 ＠li na，@Liang', '/invite li-na'])(
  'brings in nobody of several by "%s"',
  async (line) => {
    const problem = 'web.commands.several Li Na (@lina)、Li Na (@na.li)、Li Na (planner)'
    await expect(runCommand(line, place())).rejects.toThrow(problem)
    expect(made('channels.addMember')).toEqual([])
  },
)

it.each([
  ['/invite @lina', ['na']],
  ['/邀请 @na.li、@王伟', ['na2', 'wa']],
])('brings in by "%s" whom that alone calls', async (line, userIds) => {
  await runCommand(line, place())
  expect(made('channels.addMember').map(({ userId }) => userId)).toEqual(userIds)
})

it('brings in no channel', async () => {
  await expect(runCommand('/invite @channel', place())).rejects.toThrow('web.commands.noPerson')
})

it.each([
  [false, false],
  [true, true],
])('offers to take back who was brought in to moderators alone: %s', async (isModerator, isOffered) => {
  await runCommand('/invite @Liang', place({ isModerator }))
  const [toast] = made('toast')
  expect('onUndo' in toast!).toBe(isOffered)
})

it('asks what is to be done, and remembers by whom', async () => {
  await runCommand('/task @Liang', place())
  expect(made('open')).toMatchObject([{ kind: 'new-task', title: '', assigneeId: 'liang', due: null }])
})

it.each([
  ['/remind 我们明天九点开会', '我们明天九点开会'],
  ['/remind 我明天九点开会', '明天九点开会'],
])('reminds in "%s" of "%s"', async (line, words) => {
  await runCommand(line, place())
  expect(made('open')).toMatchObject([{ kind: 'new-reminder', words }])
})

it.each(['/dnd 0h', '/免打扰 0分钟'])('is quiet for no time by "%s"', async (line) => {
  await expect(runCommand(line, place())).rejects.toThrow('web.commands.noTime')
  expect(made('users.setDoNotDisturb')).toEqual([])
})

it('asks once which commands integrations have', async () => {
  await runCommand('/weather Oslo', place())
  expect(asked.map(([name]) => name)).toEqual(['commands.list', 'slashCommands.invoke'])
})
