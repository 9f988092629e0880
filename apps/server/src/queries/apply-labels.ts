import type { MessageLabel, Tone, Understanding } from '@parley/protocol'

/** What people say outranks what the model reads; what it read stays beside it, as the ranking. */
export function applyLabels(understanding: Understanding, labels: readonly MessageLabel[]): Understanding {
  if (labels.length === 0) return understanding
  const intent = labels.find(({ kind }) => kind === 'intent')
  const tone = labels.reduce(outrank, understanding.tone ?? { acts: [] })
  return {
    ...understanding,
    ...(intent && { intent: { ...understanding.intent, name: intent.value } }),
    ...((understanding.tone || labels.some(({ kind }) => kind !== 'intent')) && { tone }),
    labels: [...labels],
  }
}

function outrank(tone: Tone, { kind, value }: MessageLabel): Tone {
  if (kind === 'intent') return tone
  const said = value === null ? undefined : { name: value, probability: 1 }
  if (kind === 'act') return { ...tone, acts: said ? [said] : [] }
  const { [kind]: _read, ...rest } = tone
  return said ? { ...rest, [kind]: said } : rest
}
