import { Search } from 'lucide-react'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'

const operators = ['phrase', 'minus', 'from', 'in', 'day', 'has', 'is'] as const

/** What a query can say. */
export function OperatorHelp() {
  const text = useText()
  return (
    <>
      <EmptyState icon={Search} title={text('web.search.start')} hint={text('web.search.startHint')} />
      <section className="search-help">
        <h2 className="search-help__title">{text('web.search.help')}</h2>
        <dl>
          {operators.map((operator) => (
            <div key={operator} className="search-help__row">
              <dt>
                <code>{text(`web.search.example.${operator}`)}</code>
              </dt>
              <dd>{text(`web.search.help.${operator}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
