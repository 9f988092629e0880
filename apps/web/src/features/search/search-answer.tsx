import '../assistant/assistant.css'
import type { QueryAnswer } from '@parley/protocol'
import { BadgeCheck, Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { QueryLine } from '../assistant/query-line'
import Sources from '../assistant/sources'
import { MessageText } from '../conversation/message-text'
import { isPlainQuery } from './is-plain-query'

type Reply = NonNullable<QueryAnswer<'assistant.lookUp'>['reply']>

/** Above the messages found: the answer to what was asked, where it is known. Where it is not, nothing is said. */
export function SearchAnswer({ query }: { query: string }) {
  const text = useText()
  const reply = useAnswerTo(query)
  return (
    <div role="status">
      {reply && (
        <section className="search-answer" aria-label={text('web.search.answer')}>
          <h2 className="search-answer__head">
            {reply.confirmed ? <BadgeCheck size={14} aria-hidden="true" /> : <Sparkles size={14} aria-hidden="true" />}
            {text('web.search.answer')}
          </h2>
          <MessageText content={reply.text} isEdited={false} />
          <Sources said={reply.said} citations={reply.citations} />
          <QueryLine key={query} query={reply.query} />
        </section>
      )}
    </div>
  )
}

/** Somebody who goes on writing has not asked yet. */
const SETTLED_MS = 400

function useAnswerTo(query: string): Reply | null {
  const { http } = useServices()
  const [found, setFound] = useState<{ readonly query: string; readonly reply: Reply | null } | null>(null)
  useEffect(() => {
    if (!isPlainQuery(query)) return
    const cancel = new AbortController()
    const look = async () => {
      const { reply } = await http.query('assistant.lookUp', { text: query }, { signal: cancel.signal })
      setFound({ query, reply })
    }
    // An answer is an extra here: whoever searches has the messages, with or without it.
    const timer = setTimeout(() => void look().catch(() => undefined), SETTLED_MS)
    return () => {
      clearTimeout(timer)
      cancel.abort()
    }
  }, [http, query])
  return found?.query === query ? found.reply : null
}
