import type { GraphFound, GraphStep } from '@parley/dialogue'
import type { GraphQuestion } from '@parley/knowledge'
import type { Actor } from '../actor'
import type { Hearers } from '../queries/ask-talk/hearers'
import { askGraph, type FoundStep } from '../queries/graph/ask-graph'
import { saidSources, type TalkGround } from './find-in-talk'

/** What the graph answers, with the names that the asker knows people and channels by. */
export async function findInGraph(
  ground: TalkGround,
  actor: Actor,
  hearers: Hearers,
  question: GraphQuestion,
): Promise<GraphFound> {
  const ways = await askGraph(ground.store.rows, hearers, question, ground.store.now())
  const answers = await Promise.all(
    ways.map(async ({ name, steps }) => ({
      name,
      steps: await Promise.all(steps.map((step) => asStep(ground, actor, step))),
    })),
  )
  return { answers, confidence: ways[0]?.confidence ?? 0 }
}

async function asStep(ground: TalkGround, actor: Actor, { source, ...step }: FoundStep): Promise<GraphStep> {
  if (source.kind === 'document') {
    const { place: _, ...citation } = source.citation
    return { ...step, citation: { ...citation, passageId: '' } }
  }
  const [said] = await saidSources(ground, actor, [source.said])
  return { ...step, ...(said && { said }) }
}
