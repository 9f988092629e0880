import type { ImportReport } from '@parley/protocol'
import type { ArchiveProblem } from './archive'

/** So many problems are named one by one; all of them are counted. */
const NAMED_PROBLEMS = 500

type Counts = ImportReport['people']

/** Counts what an import does while it does it. */
export class ImportTally {
  readonly people: Counts = { added: 0, known: 0 }
  readonly channels: Counts = { added: 0, known: 0 }
  readonly messages: Counts = { added: 0, known: 0 }
  readonly files = { stored: 0, linked: 0, missing: 0 }
  reactions = 0
  pictures = 0
  renamedChannels: ImportReport['renamedChannels'] = []
  private readonly problems: ImportReport['problems'] = []
  private problemCount = 0

  readonly note = (problem: ArchiveProblem): void => {
    this.problemCount += 1
    if (this.problems.length >= NAMED_PROBLEMS) return
    this.problems.push({ ...problem, place: problem.place.slice(0, 300), detail: problem.detail.slice(0, 300) })
  }

  report(): ImportReport {
    const { people, channels, messages, files, pictures, reactions, renamedChannels, problems, problemCount } = this
    return {
      people,
      channels,
      messages,
      files,
      pictures,
      reactions,
      renamedChannels,
      problems: [...problems],
      problemCount,
    }
  }
}
