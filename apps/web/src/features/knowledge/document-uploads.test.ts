import { expect, it, vi } from 'vitest'
import { DocumentUploads } from './document-uploads'

it('sends nothing more of what waited once the session is over', async () => {
  const begun: ((error: Error) => void)[] = []
  const uploadDocument = vi.fn(() => new Promise<never>((_, reject) => begun.push(reject)))
  const uploads = new DocumentUploads({ uploadDocument }, () => undefined)
  uploads.add([new File(['one'], 'one.md'), new File(['two'], 'two.md')])
  expect(uploadDocument).toHaveBeenCalledOnce()
  uploads.forgetAll()
  expect(uploads.get()).toEqual([])
  begun[0]?.(new Error('signed out'))
  await new Promise((resolve) => setTimeout(resolve))
  expect(uploadDocument).toHaveBeenCalledOnce()
})
