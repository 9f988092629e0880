import type { StructuredQuery } from '@parley/protocol'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'

const AskedQuery = lazyPart(() => withTexts('queries', () => import('../asked-query/asked-query')))

/** How the question was read, once that part of the client is here. */
export function QueryLine({ query }: { query: StructuredQuery | undefined }) {
  if (!query) return null
  return (
    <Suspense fallback={<div className="card__query" />}>
      <AskedQuery query={query} />
    </Suspense>
  )
}
