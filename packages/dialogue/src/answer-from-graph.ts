import { readGraphQuestion } from '@parley/knowledge'
import { queriesOf, withQuestion } from './answer-question'
import type { Move, Scene } from './draft'
import { percent, reason } from './reasons'
import { sayGraph, valuesOf } from './say-graph'
import type { GraphFound } from './turn'

/** "Who is responsible for the gateway?": a way through the graph answers, when there is one, every step of it quoted. */
export async function answerFromGraph(scene: Scene): Promise<Move | null> {
  const { capabilities, turn, text } = scene
  if (!capabilities.askGraph || turn.query !== undefined) return null
  const question = readGraphQuestion(text)
  const found = question && (await capabilities.askGraph(question))
  return found && found.answers.length > 0 ? answered(scene, found) : null
}

function answered(scene: Scene, found: GraphFound): Move {
  const { language } = scene
  const steps = found.answers.flatMap((answer) => answer.steps)
  const [best] = queriesOf(scene)
  const count = new Set(steps).size
  const why = { count, percent: percent(found.confidence) }
  return {
    state: withQuestion(scene, best, best ?? null).state,
    draft: {
      ...{ kind: 'answer', language, text: sayGraph(found, language), values: valuesOf(found) },
      citations: steps.flatMap(({ citation }) => citation ?? []),
      said: onceEach(steps.flatMap(({ said }) => said ?? [])),
      reasons: [reason(count === 1 ? 'oneEdge' : 'graph', why)],
      confidence: found.confidence,
      ...(best && { query: best.query }),
    },
    acts: [],
  }
}

const onceEach = <Said extends { readonly messageId: string; readonly text: string }>(said: readonly Said[]): Said[] =>
  said.filter(
    (one, at) => said.findIndex(({ messageId, text }) => messageId === one.messageId && text === one.text) === at,
  )
