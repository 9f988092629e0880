import { formatTable } from './format-table'
import type { Terminal } from './terminal'

/** What an evaluation answers: figures, by name. */
export type Report = Readonly<Record<string, unknown>>

/** Named in the last line, or of no use to a reader of a table. */
const untold = new Set(['task', 'n', 'lang', 'seconds', 'failures', 'encoder', 'version'])

/** The figures as a table, with a column for each language where they differ by language. */
export function describeReport({ text }: Terminal, report: Report): string[] {
  const languages = Object.entries(asFigures(report.lang))
  const own = flatten(report).filter(([name]) => !untold.has(name.split('.')[0] ?? name))
  const rows = own.map(([name, value]) => [
    name,
    value,
    ...languages.map(([, figures]) => new Map(flatten(asFigures(figures))).get(name) ?? ''),
  ])
  const failures = Array.isArray(report.failures) ? report.failures.length : 0
  return [
    ...formatTable([['', String(report.task), ...languages.map(([language]) => language)], ...rows]),
    ...(failures > 0 ? ['', text('cli.eval.failures', { count: failures })] : []),
    '',
    text('cli.eval.measured', { n: Number(report.n), seconds: Number(report.seconds).toFixed(1) }),
  ]
}

const asFigures = (value: unknown): Report => (typeof value === 'object' && value !== null ? { ...value } : {})

/** `latencyMs: {p50, p95}` becomes `latencyMs.p50` and `latencyMs.p95`. */
function flatten(figures: Report, prefix = ''): [string, string][] {
  return Object.entries(figures).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value))
      return [[prefix + name, value.every((item) => typeof item !== 'object') ? value.join(' ') : '']]
    if (typeof value === 'object' && value !== null) return flatten(asFigures(value), `${prefix}${name}.`)
    return [[prefix + name, formatFigure(value)]]
  })
}

function formatFigure(value: unknown): string {
  if (typeof value !== 'number') return value === null ? '–' : String(value)
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 4 : 1)
}
