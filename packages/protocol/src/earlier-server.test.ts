import { expect, it } from 'vitest'
import { User } from './entities'
import { Transfer } from './transfers'

const id = '00000000-0000-7000-8000-000000000001'

it('reads people as a server without pictures sends them', () => {
  expect(User.shape.avatarId.parse(undefined)).toBeNull()
})

it('reads a transfer as a server that told of no archive sends it', () => {
  expect(Transfer.shape.archiveId.parse(undefined)).toBeNull()
  expect(Transfer.shape.archiveId.parse(id)).toBe(id)
})
