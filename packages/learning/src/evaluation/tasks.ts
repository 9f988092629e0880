import { extractTasks, recognise, type Situation, type TaskProposal, type Understanding } from '@parley/nlu'
import { detectLanguage } from '@parley/text'
import { byLanguage } from './by-language'
import { type LatencyMs, summariseLatency } from './latency'
import { readJsonl } from './read-jsonl'
import { share } from './share'
import { countCorrect, type ExpectedTask, findByTitle, hasRightAssignee, hasRightDue } from './task-matching'
import { type TaskRow, taskRow } from './task-row'

export interface EvaluateTasksOptions {
  /** JSONL `{now,speaker,directory,text,expect:{tasks:[{title_keywords,assignee,due}]}}`. */
  readonly test: string
  /** Reads a message as the server does; without it, by the recognisers alone and with no intent. */
  readonly understand?: (text: string, situation: Situation) => Promise<Understanding>
  /** Id of the encoder behind `understand`. */
  readonly encoder?: string | null
  /** Of Parley, for the record. */
  readonly version?: string
  readonly report?: (progress: { readonly step: string; readonly done: number; readonly total: number }) => void
}

export interface TaskScores {
  /** Messages. */
  readonly n: number
  /** A task counts when assignee and due date are right and every keyword stands in its title. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Share of messages without a task that yield one. */
  readonly falseTasks: number
  /** Shares of the expected tasks; one that no title matches has neither. */
  readonly assigneeAccuracy: number
  readonly dueAccuracy: number
}

/** A message whose tasks were not found as expected, for whoever works on the rules. */
export interface TaskFailure {
  readonly text: string
  readonly expected: readonly ExpectedTask[]
  readonly found: readonly Pick<TaskProposal, 'title' | 'assigneeId' | 'due'>[]
}

export interface TasksEvaluation extends TaskScores {
  readonly task: 'tasks'
  readonly lang: Readonly<Record<string, TaskScores>>
  /** Understanding and extraction, one message at a time. */
  readonly latencyMs: LatencyMs
  readonly failures: readonly TaskFailure[]
  readonly encoder: string | null
  readonly version: string | null
  readonly seconds: number
}

interface Outcome {
  readonly row: TaskRow
  readonly found: readonly TaskProposal[]
  readonly correct: number
  readonly ms: number
}

/**
 * Measures how tasks are found in messages, by the extraction that the server uses.
 *
 * @throws EvaluationInputError for unusable files.
 */
export async function evaluateTasks(options: EvaluateTasksOptions): Promise<TasksEvaluation> {
  const start = performance.now()
  const rows = await readJsonl(options.test, taskRow)
  const outcomes: Outcome[] = []
  for (const row of rows) {
    outcomes.push(await measureMessage(row, options.understand ?? withoutClassifier))
    options.report?.({ step: 'extract', done: outcomes.length, total: rows.length })
  }
  return {
    task: 'tasks',
    ...score(outcomes),
    lang: byLanguage(outcomes, ({ row }) => row.lang ?? detectLanguage(row.text), score),
    latencyMs: summariseLatency(outcomes.map(({ ms }) => ms)),
    failures: outcomes.filter((outcome) => !isRight(outcome)).map(toFailure),
    encoder: options.encoder ?? null,
    version: options.version ?? null,
    seconds: (performance.now() - start) / 1000,
  }
}

async function measureMessage(
  row: TaskRow,
  understand: NonNullable<EvaluateTasksOptions['understand']>,
): Promise<Outcome> {
  const situation = { now: row.now, speakerId: row.speaker, directory: row.directory }
  const start = performance.now()
  const found = extractTasks(row.text, await understand(row.text, situation), situation)
  const ms = performance.now() - start
  return { row, found, correct: countCorrect(found, row.expect.tasks), ms }
}

async function withoutClassifier(text: string, situation: Situation): Promise<Understanding> {
  const intent = { name: null, confidence: 0, threshold: 1, ranking: [], nearestExamples: [], features: 'none' }
  return { language: detectLanguage(text), intent, slots: recognise(text, situation) }
}

function score(outcomes: readonly Outcome[]): TaskScores {
  const sum = (value: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + value(outcome), 0)
  const expected = sum(({ row }) => row.expect.tasks.length)
  const found = sum((outcome) => outcome.found.length)
  const correct = sum((outcome) => outcome.correct)
  const without = outcomes.filter(({ row }) => row.expect.tasks.length === 0)
  return {
    n: outcomes.length,
    precision: share(correct, found),
    recall: share(correct, expected),
    f1: share(2 * correct, found + expected),
    falseTasks: share(without.filter((outcome) => outcome.found.length > 0).length, without.length),
    assigneeAccuracy: share(
      sum((outcome) => countTitled(outcome, hasRightAssignee)),
      expected,
    ),
    dueAccuracy: share(
      sum((outcome) => countTitled(outcome, hasRightDue)),
      expected,
    ),
  }
}

function countTitled({ row, found }: Outcome, isRightIn: (found: TaskProposal, expected: ExpectedTask) => boolean) {
  return row.expect.tasks.filter((expected) => {
    const match = findByTitle(found, expected)
    return match !== undefined && isRightIn(match, expected)
  }).length
}

const isRight = ({ row, found, correct }: Outcome) => correct === row.expect.tasks.length && found.length === correct

function toFailure({ row, found }: Outcome): TaskFailure {
  const brief = found.map(({ title, assigneeId, due }) => ({ title, assigneeId, due }))
  return { text: row.text, expected: row.expect.tasks, found: brief }
}
