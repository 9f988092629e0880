import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestParley, type TestParley } from '@parley/testkit'

/** A workspace to import into, and a directory for the archives. */
export interface ImportGround extends AsyncDisposable {
  readonly parley: TestParley
  readonly directory: string
}

export async function openImportGround(): Promise<ImportGround> {
  const parley = await startTestParley()
  const directory = await mkdtemp(path.join(tmpdir(), 'parley-import-'))
  return {
    parley,
    directory,
    [Symbol.asyncDispose]: async () => {
      await parley[Symbol.asyncDispose]()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
