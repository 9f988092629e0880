import type { CollectionId, Role, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { mayChangeDocument } from './may-change-document'

const [mine, hers] = ['a', 'b'] as UserId[]
const place = 'c' as CollectionId
const me = (role: Role = 'member') => ({ id: mine!, role })
const document = (addedBy: UserId | null) => ({ addedBy, collectionId: place })

it('a document is changed by who added it, who looks after its collection, and administrators', () => {
  expect(mayChangeDocument(me(), document(mine!), [])).toBe(true)
  expect(mayChangeDocument(me(), document(hers!), [{ id: place, ownerId: mine! }])).toBe(true)
  expect(mayChangeDocument(me('administrator'), document(hers!), [])).toBe(true)
})

it('nobody else is offered to remove or to move it', () => {
  expect(mayChangeDocument(me(), document(hers!), [{ id: place, ownerId: hers! }])).toBe(false)
  expect(mayChangeDocument(me('guest'), document(null), [{ id: place, ownerId: null }])).toBe(false)
})
