import { detectLanguage } from '@parley/text'
import { createRandom, shuffle } from '../numeric/random'
import type { LabelExample } from './label-model'

export interface MixMessagesOptions {
  /** Messages to make up. */
  readonly count: number
  /** The same examples and seed give the same messages. */
  readonly seed: number
}

/** How people put one wish after another; the last part may stand behind another joint than the first. */
const JOINTS = {
  en: [' and ', ' and then ', ' and also ', ', ', ', and ', '. '],
  zh: ['，', '，然后', '，还有', '，另外', '，再', '。'],
} as const
/** One in three made-up messages has three parts, the others two. */
const SHARE_OF_THREE = 1 / 3

/**
 * Messages of several labels, made up of two or three examples of different labels and one language: a head that has
 * only seen one label at a time would take any mixture for something in between.
 */
export function mixMessages(examples: readonly LabelExample[], { count, seed }: MixMessagesOptions): LabelExample[] {
  const random = createRandom(seed)
  const byLanguage = groupBy(examples, ({ text }) => detectLanguage(text))
  const mixtures: LabelExample[] = []
  for (const [language, own] of byLanguage) {
    const share = Math.round((count * own.length) / examples.length)
    const source = drawForever(own, random)
    for (let made = 0; made < share; made++) {
      const parts = takeDifferent(source, random() < SHARE_OF_THREE ? 3 : 2)
      mixtures.push(joinParts(parts, JOINTS[language], random))
    }
  }
  return mixtures
}

/** Labels take turns, so that rare ones are mixed as often as common ones. */
function* drawForever(examples: readonly LabelExample[], random: () => number): Generator<LabelExample, never> {
  const byLabels = [...groupBy(examples, ({ labels }) => labels.join('\n')).values()]
  while (true) {
    for (const group of shuffle(byLabels, random)) yield group[Math.floor(random() * group.length)] as LabelExample
  }
}

/** So many examples, no two of the same labels; fewer where there are too few kinds. */
function takeDifferent(source: Generator<LabelExample, never>, count: number): LabelExample[] {
  const parts: LabelExample[] = []
  for (let tries = 0; parts.length < count && tries < 3 * count; tries++) {
    const next = source.next().value
    if (parts.every(({ labels }) => labels.join('\n') !== next.labels.join('\n'))) parts.push(next)
  }
  return parts
}

function joinParts(parts: readonly LabelExample[], joints: readonly string[], random: () => number): LabelExample {
  const text = parts.reduce((before, part) => {
    const joint = joints[Math.floor(random() * joints.length)] as string
    return before === '' ? bare(part.text) : before + joint + bare(part.text)
  }, '')
  return { text, labels: [...new Set(parts.flatMap(({ labels }) => labels))] }
}

/** `Map.groupBy`, which Node 20 has not. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const bare = (text: string): string => text.trim().replace(/[.。!！?？]+$/u, '')
