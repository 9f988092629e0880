import { en, sayImportProblem, zh } from '@parley/locale'
import type { ImportReport, Transfer } from '@parley/protocol'
import type { Terminal } from './terminal'

const SHOWN_PROBLEMS = 50

/** What an import has brought, or would bring, and what it could not. */
export function describeImport(terminal: Terminal, { importReport: report }: Transfer): string[] {
  const { text } = terminal
  if (!report) return [text('cli.import.cancelled')]
  return [
    `${text('cli.import.people')}: ${text('cli.import.counts', report.people)}`,
    `${text('cli.import.channels')}: ${text('cli.import.counts', report.channels)}`,
    `${text('cli.import.messages')}: ${text('cli.import.counts', report.messages)}`,
    `${text('cli.import.reactions')}: ${report.reactions}`,
    `${text('cli.import.files')}: ${text('cli.import.fileCounts', report.files)}`,
    `${text('cli.import.pictures')}: ${report.pictures}`,
    ...report.renamedChannels.map((channel) => text('cli.import.renamed', channel)),
    ...describeProblems(terminal, report),
  ]
}

function describeProblems({ text, language }: Terminal, { problems, problemCount }: ImportReport): string[] {
  if (problemCount === 0) return []
  const shown = problems.slice(0, SHOWN_PROBLEMS)
  return [
    text('cli.import.problems', { count: problemCount }),
    ...shown.map(
      ({ place, problem, detail }) =>
        `  ${place}: ${sayImportProblem(language === 'zh' ? zh : en, problem)}${detail ? ` (${detail})` : ''}`,
    ),
    ...(problemCount > shown.length ? ['  …'] : []),
  ]
}
