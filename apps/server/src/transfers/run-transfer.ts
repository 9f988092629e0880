import type { Services } from '../services'
import { runExport } from './run-export'
import { runImport } from './run-import'
import type { TransferFiles } from './transfer-files'
import type { TransferWork } from './transfer-runner'

/** What the list asks for, done. */
export function runTransfer(services: Services, files: TransferFiles, work: TransferWork): Promise<object> {
  const { input } = work
  return input.kind === 'import' ? runImport(services, files, work, input) : runExport(services, files, work, input)
}
