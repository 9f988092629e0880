import type { QueryAnswer } from '@parley/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { afterFailure, type Loaded } from '../../app/loaded'
import { type Action, useAction } from '../../app/use-action'
import { useReloadOnChange } from '../../app/use-reload-on-change'
import { useServices } from '../../app/use-services'
import { appendAnswers, type ReadPage, readAnswers } from './read-answers'

const CHANGED = 'parley-answers-changed'
const PAGE = 50

/** Like documents, answers have no event on the wire: what this page changes, it reads again. */
export const tellAnswersChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

export interface AnswersList {
  readonly loaded: Loaded<QueryAnswer<'answers.list'>>
  readonly more: Action<[]>
  reload(): void
}

/** The answers, newest first, page by page; as many as were shown are read afresh when one changes. */
export function useAnswers(): AnswersList {
  const { client } = useServices()
  const readPage: ReadPage = useCallback((before) => client.query('answers.list', { limit: PAGE, before }), [client])
  const [loaded, setLoaded] = useState<AnswersList['loaded']>({ phase: 'loading' })
  const shown = useRef(PAGE)
  const latest = useRef(0)
  const reload = useCallback(() => {
    const round = ++latest.current
    // One that was asked for before another may come after it.
    const tell = (change: (known: AnswersList['loaded']) => AnswersList['loaded']) => {
      if (round === latest.current) setLoaded(change)
    }
    readAnswers(readPage, shown.current)
      .then((answer) => tell(() => ({ phase: 'ready', answer })))
      .catch((error: unknown) => tell((known) => afterFailure(known, error, true)))
  }, [readPage])
  useEffect(reload, [reload])
  useReloadOnChange(CHANGED, reload)
  const more = useAction(async () => {
    const last = loaded.phase === 'ready' ? loaded.answer.answers.at(-1) : undefined
    const page = await readPage(last?.id)
    shown.current += PAGE
    setLoaded((known) =>
      known.phase === 'ready' ? { phase: 'ready', answer: appendAnswers(known.answer, page) } : known,
    )
  })
  return { loaded, more, reload }
}
