import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { createStorageGuard } from './storage-guard'

test('lets write while there is more space than the reserve, and refuses below it', async () => {
  await expect(createStorageGuard(tmpdir(), 1)()).resolves.toBeUndefined()
  await expect(createStorageGuard(tmpdir(), Number.MAX_SAFE_INTEGER)()).rejects.toMatchObject({
    code: 'storage_full',
    status: 507,
  })
})
