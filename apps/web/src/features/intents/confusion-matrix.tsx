import type { EvaluationReport, LabelKind } from '@parley/protocol'
import type { CSSProperties } from 'react'
import { useText } from '../../app/use-text'
import { labelValueName } from '../understanding/label-words'

type Cells = EvaluationReport['confusion']

/** Rows as people said, columns as was read: a table that is tinted, so that it can be read out too. */
export function ConfusionMatrix({ kind, cells }: { kind: LabelKind; cells: Cells }) {
  const text = useText()
  const name = (value: string) => labelValueName(kind, value || null, text)
  const labels = [...new Set(cells.flatMap(({ truth, prediction }) => [truth, prediction]))].toSorted()
  const rows = labels.filter((label) => cells.some(({ truth }) => truth === label))
  const most = Math.max(1, ...cells.map(({ count }) => count))
  const countOf = (truth: string, prediction: string) =>
    cells.find((cell) => cell.truth === truth && cell.prediction === prediction)?.count ?? 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="confusion" tabIndex={0} aria-label={text('web.evaluation.confusion')}>
      <table>
        <thead>
          <tr>
            <td />
            {labels.map((label) => (
              <th key={label} scope="col">
                <span>{name(label)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((truth) => (
            <tr key={truth}>
              <th scope="row">{name(truth)}</th>
              {labels.map((prediction) => {
                const count = countOf(truth, prediction)
                const style = { '--share': count / most } as CSSProperties
                return (
                  <td key={prediction} data-is-right={truth === prediction} style={style}>
                    {count || ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
