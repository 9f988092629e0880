import type { DocumentPlace } from '@parley/protocol'
import { useCallback } from 'react'
import { useText } from '../../app/use-text'

/** "Page 3", in the reader's words. */
export function usePlaceName(): (place: DocumentPlace) => string {
  const text = useText()
  return useCallback(
    ({ kind, number, name }) =>
      kind === 'sheet' ? text('web.source.sheet', { name: name || number }) : text(`web.source.${kind}`, { number }),
    [text],
  )
}
