import type { IntentExplanation } from '@parley/nlu'
import { percent } from './describe-understanding'
import { formatTable } from './format-table'
import type { Terminal } from './terminal'

/** What each word adds to the confidence, the runner-up, and the smallest edit that changes the outcome. */
export function describeExplanation({ text }: Terminal, explanation: IntentExplanation): string[] {
  const { intent, attributions, baseValue, prediction, runnerUp, margin, flippingEdit, readAs } = explanation
  const greatest = Math.max(...attributions.map(({ value }) => Math.abs(value)))
  const shares = attributions.map(({ text: word, value }) => [word, signed(value), bar(value, greatest)])
  return [
    '',
    ...(readAs === null ? [] : [text('cli.understand.readAs', { text: readAs })]),
    text('cli.understand.words', { intent }),
    ...formatTable(
      [
        [text('cli.understand.base'), percent(baseValue), ''],
        ...shares,
        [text('cli.understand.total'), percent(prediction.confidence), ''],
      ],
      '  ',
    ),
    '',
    ...(runnerUp ? [`${text('cli.understand.runnerUp')}: ${runnerUp.name} (−${percent(margin)})`] : []),
    flippingEdit
      ? text('cli.understand.flip', {
          words: flippingEdit.removed.map((part) => part.text).join(' '),
          intent: flippingEdit.name ?? text('cli.understand.noIntent'),
          confidence: percent(flippingEdit.confidence),
        })
      : text('cli.understand.noFlip'),
  ]
}

const BAR_WIDTH = 12

/** `+` for the intent, `-` against it: no colour is needed to tell them apart. */
const bar = (value: number, greatest: number): string =>
  (value < 0 ? '-' : '+').repeat(greatest === 0 ? 0 : Math.round((Math.abs(value) / greatest) * BAR_WIDTH))

const signed = (share: number) => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`
