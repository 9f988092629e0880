import type { Channel, ChannelId } from '@parley/protocol'
import { SearchX } from 'lucide-react'
import { useMemo } from 'react'
import type { Pages } from '../../app/use-pages'
import { useQuery } from '../../app/use-query'
import { useSession } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { MoreButton } from '../../components/more-button'
import { SkeletonRows } from '../../components/skeleton'
import type { SearchPlace } from './search-place'
import { SearchResult } from './search-result'
import { type FoundPage, rangesOf, useSearchResults } from './use-search-results'

export function SearchResults({ place }: { place: SearchPlace }) {
  const text = useText()
  const results = useSearchResults(place)
  const { loaded } = results
  if (loaded.phase === 'loading') return <SkeletonRows height={84} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={results.reload} />
  const [first] = loaded.answer
  const isNothing = !results.hasMore && loaded.answer.every(({ messages }) => messages.length === 0)
  if (!first || isNothing) return <Nothing unknownNames={first?.unknownNames ?? []} />
  return <Found first={first} found={loaded.answer} results={results} />
}

interface FoundProps {
  readonly first: FoundPage
  readonly found: readonly FoundPage[]
  readonly results: Pages<FoundPage>
}

function Found({ first, found, results }: FoundProps) {
  const text = useText()
  const channels = useChannels()
  const count = found.reduce((sum, { messages }) => sum + messages.length, 0)
  return (
    <>
      <p className="search__count" role="status">
        {countWords(text, count, first.total)}
        {first.rankedNewest !== undefined && ` ${text('web.search.ranked', { count: first.rankedNewest })}`}
      </p>
      <ul className="founds" aria-label={text('web.search.results')}>
        {found.flatMap((page) =>
          page.messages.map((message) => (
            <SearchResult
              key={message.id}
              message={message}
              ranges={rangesOf(page, message)}
              channel={channels.get(message.channelId)}
            />
          )),
        )}
      </ul>
      <MoreButton pages={results} label={text(count === 0 ? 'web.search.further' : 'web.search.more')} />
    </>
  )
}

/** `total`: where it is known. */
function countWords(text: Text, count: number, total: number | undefined): string {
  if (total !== undefined) return text('web.search.total', { count: total })
  return count === 0 ? text('web.search.noneYet') : text('web.search.shown', { count })
}

function Nothing({ unknownNames }: Pick<FoundPage, 'unknownNames'>) {
  const text = useText()
  const unknown = unknownNames.map(({ operator, name }) =>
    text(operator === 'from' ? 'web.search.unknownFrom' : 'web.search.unknownIn', { name }),
  )
  return (
    <div role="status">
      <EmptyState
        icon={SearchX}
        title={text('web.search.none')}
        hint={unknown.length > 0 ? unknown.join(' ') : text('web.search.noneHint')}
      />
    </div>
  )
}

/** The reader's own channels, and those that they could join: messages of both are found. */
function useChannels(): ReadonlyMap<ChannelId, Channel> {
  const own = useSession((session) => session.channels)
  const { loaded } = useQuery('channels.list', {})
  return useMemo(() => {
    const others = loaded.phase === 'ready' ? loaded.answer.channels : []
    return new Map<ChannelId, Channel>([
      ...others.map((channel) => [channel.id, channel] as const),
      ...[...own.values()].map(({ channel }) => [channel.id, channel] as const),
    ])
  }, [own, loaded])
}
