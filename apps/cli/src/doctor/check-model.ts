import { join } from 'node:path'
import { BUILT_IN_MODEL, ensureModel, ModelCorruptError, startEncoderProcess } from '@parley/inference'
import { modelDirectory } from '../open-local-encoder'
import { type Finding, type Patient, reasonOf } from './finding'

/** The model's file with its checksum, and the encoder as the server starts it. */
export async function checkModel(patient: Patient): Promise<Finding[]> {
  const { text } = patient.terminal
  const directory = modelDirectory(patient.environment)
  try {
    // Given, and not to be downloaded: a doctor looks and changes nothing.
    const path = await ensureModel({ directory, given: directory, download: refuse })
    const found: Finding = { check: 'model', status: 'ok', detail: text('cli.doctor.model.ok', { path }) }
    return [found, await checkEncoder(patient, path)]
  } catch (error) {
    const untried: Finding = { check: 'encoder', status: 'warn', detail: text('cli.doctor.encoder.noModel') }
    return [explainModel(patient, directory, error), untried]
  }
}

const refuse = () => Promise.reject(new Error('not now'))

function explainModel({ terminal: { text } }: Patient, directory: string, error: unknown): Finding {
  if (error instanceof ModelCorruptError) {
    const { path, reason } = error
    const detail = text('cli.doctor.model.corrupt', { path, reason })
    return { check: 'model', status: 'fail', detail, advice: text('cli.doctor.model.corruptAdvice') }
  }
  return {
    check: 'model',
    status: 'warn',
    detail: text('cli.doctor.model.missing', { directory }),
    advice: text('cli.doctor.model.missingAdvice', { file: BUILT_IN_MODEL.fileName }),
  }
}

async function checkEncoder({ terminal: { text }, programDirectory }: Patient, modelPath: string): Promise<Finding> {
  try {
    const started = performance.now()
    const entryPath = join(programDirectory, 'encoder-child.js')
    const encoder = await startEncoderProcess({ entryPath, modelPath, cacheBytes: 0 })
    const ready = performance.now()
    const encodeMs = await timeOneMessage(encoder).finally(() => encoder.close())
    const detail = text('cli.doctor.encoder.ok', { startMs: Math.round(ready - started), encodeMs })
    return { check: 'encoder', status: 'ok', detail }
  } catch (error) {
    const detail = text('cli.doctor.encoder.broken', { reason: reasonOf(error) })
    return { check: 'encoder', status: 'warn', detail, advice: text('cli.doctor.encoder.advice') }
  }
}

/** The second message: the first one also warms the session up. */
async function timeOneMessage(encoder: Awaited<ReturnType<typeof startEncoderProcess>>): Promise<number> {
  await encoder.encode(['Could you book a room for tomorrow?'], { purpose: 'query' })
  const started = performance.now()
  await encoder.encode(['帮我订明天下午三点的会议室'], { purpose: 'query' })
  return Math.round(performance.now() - started)
}
