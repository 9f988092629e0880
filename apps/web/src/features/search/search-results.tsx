import type { Channel, ChannelId, QueryAnswer } from '@parley/protocol'
import { SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useQuery } from '../../app/use-query'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import type { SearchPlace } from './search-place'
import { SearchResult } from './search-result'
import { type SearchResults as Results, rangesOf, useSearchResults } from './use-search-results'

type Answer = QueryAnswer<'messages.search'>

export function SearchResults({ place }: { place: SearchPlace }) {
  const text = useText()
  const results = useSearchResults(place)
  const { loaded } = results
  if (loaded.phase === 'loading') return <SkeletonRows height={84} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={results.reload} />
  if (loaded.answer.messages.length === 0) return <Nothing answer={loaded.answer} />
  return <Found answer={loaded.answer} results={results} />
}

function Found({ answer, results }: { answer: Answer; results: Results }) {
  const text = useText()
  const channels = useChannels()
  return (
    <>
      <p className="search__count" role="status">
        {answer.total === undefined
          ? text('web.search.shown', { count: answer.messages.length })
          : text('web.search.total', { count: answer.total })}
        {answer.rankedNewest !== undefined && ` ${text('web.search.ranked', { count: answer.rankedNewest })}`}
      </p>
      <ul className="founds" aria-label={text('web.search.results')}>
        {answer.messages.map((message) => (
          <SearchResult
            key={message.id}
            message={message}
            ranges={rangesOf(answer, message)}
            channel={channels.get(message.channelId)}
          />
        ))}
      </ul>
      {results.moreError !== null && <Failure error={results.moreError} onRetry={results.loadMore} />}
      {answer.hasMore && (
        <p className="search__more">
          <Button data-step onClick={results.loadMore} disabled={results.isLoadingMore}>
            {text('web.search.more')}
          </Button>
        </p>
      )}
    </>
  )
}

function Nothing({ answer }: { answer: Answer }) {
  const text = useText()
  const unknown = answer.unknownNames.map(({ operator, name }) =>
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
