import './asked-query.css'
import type { AssistantReply, StructuredQuery } from '@parley/protocol'
import { RotateCcw } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import Sources from '../assistant/sources'
import { MessageText } from '../conversation/message-text'
import { QueryChips } from './query-chips'

interface Again {
  readonly query: StructuredQuery
  /** Null while it is looked for. */
  readonly reply: AssistantReply | null
}

/** How a question was read. Changed, it is asked again, and what is found stands below for the one who asked. */
export default function AskedQuery({ query }: { query: StructuredQuery }) {
  const text = useText()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const { again, isRunning, error, ask, forget } = useAskingAgain(() => keepFocusNear(list.current))
  return (
    <div className="asked-query">
      <QueryChips
        query={again?.query ?? query}
        isEdited={again !== null}
        listRef={list}
        onChange={(edited) => void ask(edited)}
      />
      <div className="asked-query__found" aria-live="polite">
        {isRunning && <p className="asked-query__waiting">{text('web.query.asking')}</p>}
        {error !== null && <p className="asked-query__waiting">{describeError(error, language).text}</p>}
        {again?.reply && <SecondAnswer reply={again.reply} onForget={forget} />}
      </div>
    </div>
  )
}

/** The chip that was pressed may be gone with what it said. */
function keepFocusNear(list: HTMLElement | null): void {
  if (document.activeElement === document.body) list?.focus()
}

function useAskingAgain(onFound: () => void) {
  const { http } = useServices()
  const [again, setAgain] = useState<Again | null>(null)
  const find = useCallback(
    async (query: StructuredQuery) => {
      setAgain({ query, reply: null })
      const { reply } = await http.command('assistant.ask', { text: query.text, query })
      setAgain({ query, reply })
      onFound()
    },
    [http, onFound],
  )
  const { run, isRunning, error } = useAction(find)
  return { again, isRunning, error, ask: run, forget: () => setAgain(null) }
}

function SecondAnswer({ reply, onForget }: { reply: AssistantReply; onForget: () => void }) {
  const text = useText()
  return (
    <section className="asked-query__again" aria-label={text('web.query.again')}>
      <p className="asked-query__note">{text('web.query.again')}</p>
      <MessageText content={reply.text} isEdited={false} />
      <Sources said={reply.said} citations={reply.citations} />
      <button type="button" className="link-button" onClick={onForget}>
        <RotateCcw size={13} aria-hidden="true" />
        {text('web.query.first')}
      </button>
    </section>
  )
}
