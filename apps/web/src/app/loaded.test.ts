import { ConnectionError } from '@parley/client'
import { ParleyError } from '@parley/protocol'
import { expect, it } from 'vitest'
import { afterFailure, type Loaded } from './loaded'

const shown: Loaded<string> = { phase: 'ready', answer: 'a list' }
const lost = new ConnectionError('gone')

it('what is shown stays while the server cannot be reached', () => {
  expect(afterFailure(shown, lost, true)).toBe(shown)
})

it('what is shown goes where it may not be read any more, and where it answers something else', () => {
  const forbidden = new ParleyError('forbidden', { action: 'read' })
  expect(afterFailure(shown, forbidden, true)).toEqual({ phase: 'failed', error: forbidden })
  expect(afterFailure(shown, lost, false)).toEqual({ phase: 'failed', error: lost })
})

it('says that it failed where nothing was shown yet', () => {
  expect(afterFailure({ phase: 'loading' }, lost, false)).toEqual({ phase: 'failed', error: lost })
})
