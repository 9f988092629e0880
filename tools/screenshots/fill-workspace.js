const PASSWORD = 'correct horse battery staple'
export const owner = { name: 'Grace Miller', email: 'grace@example.org', password: PASSWORD }

const colleagues = [
  { key: 'wei', name: '王伟', aliases: ['Wang Wei'], language: 'zh' },
  { key: 'na', name: '李娜', aliases: ['Li Na'], language: 'zh' },
  { key: 'tom', name: 'Tom Baker', aliases: [], language: 'en' },
  { key: 'ines', name: 'Inês Costa', aliases: [], language: 'en' },
]

const handbooks = [
  {
    title: 'Staff handbook',
    text: [
      '# Staff handbook',
      '## Annual leave',
      'Every full-time employee has 25 days of annual leave a year. Up to five days can be carried over and must be taken by 31 March.',
      '## Expenses',
      'Receipts are handed in within 30 days. Meals on business trips are paid up to 40 euros a day.',
      '## Working from home',
      'You may work from home up to three days a week. Tell your team in the morning.',
    ].join('\n\n'),
  },
  {
    title: '员工手册',
    text: [
      '# 员工手册',
      '## 年假',
      '全职员工每年享有十五天带薪年假。未休完的年假最多可结转五天，须在次年三月底前休完。',
      '## 报销',
      '请在费用发生后三十天内提交报销单，并附上发票。出差期间每日餐补上限为一百元。',
      '## 居家办公',
      '每周最多可居家办公三天，请在当天早上告知团队。',
    ].join('\n\n'),
  },
]

const talk = {
  release: [
    ['tom', 'Morning. The **release notes** are up for review, see https://example.org/notes'],
    ['tom', 'Two open points:\n\n1. pricing page\n2. migration guide'],
    ['ines', 'I can take the pricing page. @Grace Miller, who owns the migration guide?'],
    ['grace', 'That is mine. I will have a draft by Thursday.'],
    [
      'tom',
      'Then we are on time. For the record:\n\n```ts\nconst retryAfterMs = (attempt: number) => 100 * 2 ** attempt\n```',
    ],
    ['ines', '@assistant please assign the release checklist to Tom Baker, due Friday'],
  ],
  版本发布: [
    ['wei', '早上好，3.2 的**发布说明**写好了，麻烦大家看一下。'],
    ['wei', '还差两件事：定价页和迁移指南。'],
    ['na', '定价页我来。@王伟 迁移指南谁负责？'],
    ['wei', '我来写，周四前给初稿。'],
    ['na', '@助手 请把发布清单分配给王伟，周五前完成'],
  ],
}

/** What hangs on a channel's messages, by their places: replies in a thread, reactions, a pin. */
const hung = {
  release: {
    3: {
      replies: [
        ['ines', 'Shall I read it before it goes out?'],
        ['grace', 'Please do. Wednesday evening is enough.'],
        ['ines', 'Then @Grace Miller send it over when the first half stands.'],
      ],
      reactions: [
        ['tom', '👍'],
        ['ines', '👍'],
        ['wei', '🎉'],
      ],
    },
    0: { pinnedBy: 'grace' },
  },
  版本发布: {
    3: {
      replies: [
        ['na', '需要我先过一遍吗？'],
        ['wei', '好，周三晚上发你。'],
        ['na', '收到，@Grace Miller 也一起看看？'],
      ],
      reactions: [
        ['na', '👍'],
        ['tom', '👍'],
      ],
    },
    0: { pinnedBy: 'wei' },
  },
}

const topics = { release: '3.2 goes out on Friday', 版本发布: '周五上线 3.2' }

const questions = [
  'How many days of annual leave does a full-time employee have?',
  '出差期间每日餐补上限是多少？',
  '我需要订购一本《人工智能基础》的书',
]

/** Fills a new workspace with people, talk and two handbooks. Answers the paths of the pages to show. */
export async function fillWorkspace(baseUrl, setupToken) {
  const call = caller(baseUrl)
  const account = { ...owner, workspaceName: 'Harbour Books', language: 'en', timeZone: 'Europe/Berlin' }
  const { token } = await call('setup.complete', { ...account, token: setupToken, withDemo: false })
  const people = new Map([['grace', { token }]])
  for (const { key, ...person } of colleagues) people.set(key, await addPerson(call, token, key, person))
  for (const document of handbooks) await call('knowledge.addDocument', document, token)
  const channels = {}
  for (const [name, lines] of Object.entries(talk)) {
    channels[name] = await fillChannel(call, people, { name, topic: topics[name] }, lines)
  }
  const assistant = await askAssistant(call, token)
  return {
    english: channels.release.path,
    englishThread: channels.release.threadPath,
    chinese: channels.版本发布.path,
    chineseThread: channels.版本发布.threadPath,
    assistant: `/c/${assistant}`,
  }
}

function caller(baseUrl) {
  return async (name, body, token) => {
    const response = await fetch(`${baseUrl}/api/${name}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer
  }
}

async function addPerson(call, token, key, person) {
  const email = `${key}@example.org`
  const { user } = await call('users.create', { ...person, email, password: PASSWORD }, token)
  const session = await call('auth.signIn', { email, password: PASSWORD })
  return { user, token: session.token }
}

async function fillChannel(call, people, { name, topic }, lines) {
  const { token } = people.get('grace')
  const { channel } = await call('channels.create', { name, kind: 'public', topic }, token)
  for (const { user } of people.values()) {
    if (user) await call('channels.addMember', { channelId: channel.id, userId: user.id }, token)
  }
  const said = []
  for (const [index, [key, text]] of lines.entries()) {
    const message = { channelId: channel.id, text, clientMessageId: `${channel.id}-${index}` }
    said.push((await call('messages.send', message, people.get(key).token)).message)
  }
  for (const [place, what] of Object.entries(hung[name])) await hang(call, people, said[place], what)
  const [threadPlace] = Object.keys(hung[name]).filter((place) => hung[name][place].replies)
  return { path: `/c/${channel.id}`, threadPath: `/c/${channel.id}/t/${said[threadPlace].id}` }
}

async function hang(call, people, { id, channelId }, { replies = [], reactions = [], pinnedBy }) {
  for (const [index, [key, text]] of replies.entries()) {
    const reply = { channelId, threadId: id, text, clientMessageId: `${id}-${index}` }
    await call('messages.send', reply, people.get(key).token)
  }
  for (const [key, emoji] of reactions) {
    await call('messages.react', { messageId: id, emoji }, people.get(key).token)
  }
  if (pinnedBy) await call('messages.pin', { messageId: id }, people.get(pinnedBy).token)
}

async function askAssistant(call, token) {
  const { users } = await call('state', undefined, token)
  const assistant = users.find((user) => user.kind === 'assistant')
  const { channel } = await call('channels.openDirect', { userIds: [assistant.id] }, token)
  for (const [index, text] of questions.entries()) {
    await call('messages.send', { channelId: channel.id, text, clientMessageId: `question-${index}` }, token)
    await answered(call, token, channel.id, (index + 1) * 2)
  }
  return channel.id
}

const PATIENCE_MS = 60_000

async function answered(call, token, channelId, count) {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const { messages } = await call(`messages.list?channelId=${channelId}`, undefined, token)
    if (messages.length >= count) return
    if (Date.now() > end) throw new Error('the assistant did not answer')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
