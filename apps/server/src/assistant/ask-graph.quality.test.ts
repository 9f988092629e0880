import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Questions of a written graph, with it and without it: by words alone, as where there is no model. */
const read = async (name: string) => {
  const file = fileURLToPath(new URL(`../../../../packages/knowledge/data/graph/${name}`, import.meta.url))
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
}

interface Asked {
  readonly question: string
  readonly answers: readonly string[]
  readonly text: string | null
}

describe('questions of who and what belongs together', () => {
  let parley: TestParley
  beforeAll(async () => {
    parley = await startTestParley({ hasRateLimits: false })
    const said = (await read('team.txt')).map((line) => line.split(': '))
    const people = new Map<string, TestPerson>()
    for (const [name = ''] of said) if (!people.has(name)) people.set(name, await parley.addPerson(name))
    const { id: channelId } = await parley.createChannel('team', [...people.values()])
    for (const [name = '', text = ''] of said) {
      const body = { channelId: channelId as ChannelId, text, clientMessageId: randomUUID() }
      await people.get(name)!.http.command('messages.send', body)
    }
    await parley.server.graphRead()
  }, 120_000)
  afterAll(() => parley[Symbol.asyncDispose]())

  async function askAll(): Promise<Asked[]> {
    const asked: Asked[] = []
    for (const line of await read('questions.txt')) {
      const [question = '', right = ''] = line.split(' | ')
      const { reply } = await parley.owner.http.command('assistant.ask', { text: question })
      const answers = right === '-' ? [] : right.split('; ')
      asked.push({ question, answers, text: reply.kind === 'answer' ? reply.text : null })
    }
    return asked
  }

  const share = (asked: readonly Asked[], holds: (one: Asked) => boolean) =>
    Number((asked.filter(holds).length / asked.length).toFixed(3))
  const isWhole = ({ text, answers }: Asked) => text !== null && answers.every((answer) => text.includes(answer))

  function figuresOf(asked: readonly Asked[]) {
    const answerable = asked.filter(({ answers }) => answers.length > 0)
    const unanswerable = asked.filter(({ answers }) => answers.length === 0)
    return {
      ...{ questions: asked.length, answeredRight: share(answerable, isWhole) },
      answeredWrong: share(answerable, (one) => one.text !== null && !isWhole(one)),
      refused: share(unanswerable, ({ text }) => text === null),
    }
  }

  it('are answered far better with the graph than without it', async () => {
    const graph = await askAll()
    const { rows } = parley.server.services.store
    await rows.deleteFrom('graph_evidence').execute()
    const words = await askAll()
    const missed = graph.filter((one) => (one.answers.length > 0 ? !isWhole(one) : one.text !== null))
    console.info(JSON.stringify({ graph: figuresOf(graph), words: figuresOf(words) }))
    console.info(
      missed.map(({ question, text }) => `${question} → ${text?.replaceAll('\n', ' ') ?? 'unknown'}`).join('\n'),
    )
    expect(figuresOf(graph).answeredRight).toBeGreaterThanOrEqual(0.85)
    // What is answered wrongly of the unanswerable ones, the messages' own path answers, with the graph as without it.
    expect(figuresOf(graph).refused).toBeGreaterThanOrEqual(figuresOf(words).refused)
    expect(figuresOf(graph).answeredRight).toBeGreaterThan(figuresOf(words).answeredRight)
  }, 300_000)
})
