import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EvaluationInputError } from './evaluation-input-error'
import { mapPrediction, readLabelMap } from './map-labels'

const prediction = {
  labels: ['neutral'],
  ranking: [
    { name: 'neutral', probability: 0.5, threshold: 0.4 },
    { name: 'anger', probability: 0.2, threshold: 0.4 },
    { name: 'sadness', probability: 0.18, threshold: 0.4 },
    { name: 'joy', probability: 0.12, threshold: 0.4 },
  ],
}

describe('labels of a test file with other names', () => {
  it('add up where two become one, and share out what is left out', () => {
    const map = { neutral: null, anger: 'negative', sadness: 'negative', joy: 'positive' }
    const { labels, ranking } = mapPrediction(prediction, map, true)
    expect(labels).toEqual(['negative'])
    expect(ranking.map(({ name, probability }) => [name, Math.round(probability * 100)])).toEqual([
      ['negative', 76],
      ['positive', 24],
    ])
  })

  it('keep their own where the map is silent', () => {
    expect(mapPrediction(prediction, { joy: 'happy' }, true).ranking.map(({ name }) => name)).toEqual([
      'neutral',
      'anger',
      'sadness',
      'happy',
    ])
  })

  it('stand beside each other where several may hold', () => {
    const several = {
      labels: ['request', 'question'],
      ranking: [
        { name: 'request', probability: 0.9, threshold: 0.5 },
        { name: 'question', probability: 0.7, threshold: 0.5 },
        { name: 'suggestion', probability: 0.3, threshold: 0.5 },
      ],
    }
    const { labels, ranking } = mapPrediction(several, { suggestion: 'request' }, false)
    expect(labels).toEqual(['request', 'question'])
    expect(ranking.map(({ name, probability }) => [name, probability])).toEqual([
      ['request', 0.9],
      ['question', 0.7],
    ])
  })

  it('are refused when the file of the map holds something else', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'parley-map-')), 'map.json')
    await writeFile(file, '{"joy": 1}')
    await expect(readLabelMap(file)).rejects.toThrow(EvaluationInputError)
    await expect(readLabelMap(`${file}.absent`)).rejects.toThrow(EvaluationInputError)
  })
})
