import { ParleyError } from '@parley/protocol'
import type { Services } from '../services'
import { runImport } from './run-import'
import type { TransferFiles } from './transfer-files'
import type { TransferWork } from './transfer-runner'

/** What the list asks for, done. */
export function runTransfer(services: Services, files: TransferFiles, work: TransferWork): Promise<object> {
  if (work.input.kind === 'import') return runImport(services, files, work, work.input)
  throw new ParleyError('internal')
}
