import '../collected/collected.css'
import './search.css'
import { useLocation, useSearch } from 'wouter'
import { useText } from '../../app/use-text'
import { Segmented } from '../../components/segmented'
import { PageHead } from '../shell/page-head'
import { OperatorHelp } from './operator-help'
import { SearchAnswer } from './search-answer'
import { SearchField } from './search-field'
import { readSearchPlace, type SearchPlace, searchPath } from './search-place'
import { SearchResults } from './search-results'
import { stepThrough } from './step-through'

/** Looks for messages. What is looked for stands in the address. */
export default function SearchPage() {
  const text = useText()
  const [, navigate] = useLocation()
  const place = readSearchPlace(useSearch())
  const go = (changes: Partial<SearchPlace>) => navigate(searchPath({ ...place, ...changes }), { replace: true })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the links and of the field within
    <div className="search" onKeyDown={stepThrough}>
      <PageHead hasBack title={text('web.search.title')} />
      <main className="page">
        <div className="page__inner">
          <div className="search__ask">
            <SearchField query={place.query} onQuery={(query) => go({ query })} />
            <Segmented
              label={text('web.search.sort')}
              value={place.sort}
              onValue={(sort) => go({ sort })}
              options={[
                { value: 'newest', label: text('web.search.newest') },
                { value: 'relevance', label: text('web.search.relevance') },
              ]}
            />
          </div>
          <SearchAnswer query={place.query} />
          {place.query === '' ? <OperatorHelp /> : <SearchResults place={place} />}
        </div>
      </main>
    </div>
  )
}
