import type { Evaluation, EvaluationReport, LabelKind } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { labelValueName } from '../understanding/label-words'
import { ConfusionMatrix } from './confusion-matrix'
import { EvaluationErrors } from './evaluation-errors'
import { ReliabilityDiagram } from './reliability-diagram'

const FEW = 30
/** As likely as this by chance is called chance. */
const LEVEL = 0.05

interface EvaluationReportProps {
  readonly evaluation: Evaluation
  readonly report: EvaluationReport
  readonly isOpen: boolean
}

/** One measurement: the figure in words first, then tables and drawings. */
export function EvaluationReportView({ evaluation, report, isOpen }: EvaluationReportProps) {
  const text = useText()
  const language = useLanguage()
  const share = (value: number) => percent(value, language)
  const { kind } = evaluation
  return (
    <>
      <p className="threshold__told">
        {text('web.evaluation.right', { percent: share(report.accuracy) })}{' '}
        <span className="field__hint">{text('web.evaluation.of', { n: report.n })}</span>
      </p>
      {report.n < FEW && <p className="model__waiting">{text('web.evaluation.few')}</p>}
      {report.left > 0 && <p className="field__hint">{text('web.evaluation.left', { count: report.left })}</p>}
      {report.comparison && <Comparison comparison={report.comparison} />}
      <details open={isOpen} className="evaluation__details">
        <summary>{text('web.evaluation.byLabel')}</summary>
        <p className="field__hint">
          {text('web.evaluation.macroF1', { percent: share(report.macroF1), ece: report.ece.toFixed(3) })}
        </p>
        <LanguageTable report={report} />
        <LabelTable kind={kind} report={report} />
        <h3>{text('web.evaluation.confusion')}</h3>
        <p className="field__hint">{text('web.evaluation.confusionHint')}</p>
        <ConfusionMatrix kind={kind} cells={report.confusion} />
        <h3>{text('web.evaluation.reliability')}</h3>
        <p className="field__hint">{text('web.evaluation.reliabilityHint')}</p>
        <ReliabilityDiagram bins={report.reliability} />
        <EvaluationErrors evaluation={evaluation} />
      </details>
    </>
  )
}

function Comparison({ comparison }: { comparison: NonNullable<EvaluationReport['comparison']> }) {
  const text = useText()
  const language = useLanguage()
  const { rows, won, lost, p } = comparison
  const accuracy = percent(comparison.accuracy, language)
  const otherAccuracy = percent(comparison.otherAccuracy, language)
  const verdict = p < LEVEL ? 'web.evaluation.significant' : 'web.evaluation.insignificant'
  return (
    <p>
      {text('web.evaluation.comparison', { rows, won, lost, accuracy, otherAccuracy })}{' '}
      {text(verdict, { p: p < 0.001 ? '< 0.001' : p.toFixed(3) })}
    </p>
  )
}

function LanguageTable({ report }: { report: EvaluationReport }) {
  const text = useText()
  const language = useLanguage()
  return (
    <table className="evaluation__table">
      <thead>
        <tr>
          <th scope="col">{text('web.evaluation.language')}</th>
          <th scope="col">{text('web.evaluation.messages')}</th>
          <th scope="col">{text('web.evaluation.accuracy')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(report.languages).map(([lang, { n, accuracy }]) => (
          <tr key={lang}>
            <th scope="row">{text(lang === 'zh' ? 'web.evaluation.zh' : 'web.evaluation.en')}</th>
            <td>{n}</td>
            <td>{percent(accuracy, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LabelTable({ kind, report }: { kind: LabelKind; report: EvaluationReport }) {
  const text = useText()
  const language = useLanguage()
  return (
    <table className="evaluation__table">
      <thead>
        <tr>
          <th scope="col">{text('web.evaluation.label')}</th>
          {(['messages', 'precision', 'recall', 'f1'] as const).map((column) => (
            <th key={column} scope="col">
              {text(`web.evaluation.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.labels.map(({ name, n, precision, recall, f1 }) => (
          <tr key={name}>
            <th scope="row">{labelValueName(kind, name || null, text)}</th>
            <td>{n}</td>
            <td>{percent(precision, language)}</td>
            <td>{percent(recall, language)}</td>
            <td>{percent(f1, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
