import { expect, it } from 'vitest'
import { type Panel, panelSearch, readPanel } from './panel-location'

const panels: Panel[] = [
  { kind: 'why', id: 'a' },
  { kind: 'task', id: 'b' },
  { kind: 'channel', id: 'c' },
  { kind: 'files', id: 'c' },
  { kind: 'file', id: 'f' },
  { kind: 'document', id: 'd', start: 12, end: 30 },
  { kind: 'document', id: 'd', start: null, end: null },
]

it.each(panels)('reads back what it wrote into the address: %o', (panel) => {
  expect(readPanel(panelSearch(panel))).toEqual(panel)
})

it('shows no panel for an address without one, and no passage for offsets that are no numbers', () => {
  expect(readPanel('')).toBeNull()
  expect(readPanel('?why=')).toBeNull()
  expect(readPanel('?document=d&start=-1&end=x')).toEqual({ kind: 'document', id: 'd', start: null, end: null })
})
