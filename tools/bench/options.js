import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ReadableError } from '../repository.js'

export const usage = `npm run bench -- --loadgen <path> [--members 100,500,1000] [--runs 3] [--seconds 5]
                 [--senders 10] [--window 1] [--reference <command>] [--understanding] [--page] [--json]
       npm run bench -- --page`

const options = {
  loadgen: { type: 'string' },
  reference: { type: 'string' },
  members: { type: 'string', default: '100,500,1000' },
  runs: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '5' },
  senders: { type: 'string', default: '10' },
  window: { type: 'string', default: '1' },
  understanding: { type: 'boolean', default: false },
  page: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
}

/** What the command line asks for. Throws a `ReadableError` that says what is wrong with it. */
export function readOptions(parameters) {
  const values = parse(parameters)
  if (!values.loadgen && !values.page)
    throw new ReadableError(`the bench needs a load generator: --loadgen <path>\n${usage}`)
  if (values.loadgen && !existsSync(values.loadgen))
    throw new ReadableError(`there is no load generator at ${values.loadgen}`)
  if (values.understanding && values.reference)
    throw new ReadableError(`--understanding compares Parley with itself, not with another server\n${usage}`)
  return {
    loadgen: values.loadgen,
    reference: values.reference,
    // People are added as the counts grow: every member of the channel must be connected.
    members: values.members
      .split(',')
      .map((count) => positive('--members', count))
      .sort((a, b) => a - b),
    runs: positive('--runs', values.runs),
    seconds: positive('--seconds', values.seconds),
    senders: positive('--senders', values.senders),
    window: positive('--window', values.window),
    isUnderstood: values.understanding,
    isPageMeasured: values.page,
    isJson: values.json,
  }
}

function parse(parameters) {
  try {
    return parseArgs({ args: parameters, options }).values
  } catch (error) {
    throw new ReadableError(`${error.message}\n${usage}`)
  }
}

function positive(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new ReadableError(`${name}: "${text}" is not a whole number above 0`)
  return value
}
