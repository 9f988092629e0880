import type { QueryAnswer } from '@parley/protocol'
import { type Pages, usePages } from '../../app/use-pages'
import { useReloadOnChange } from '../../app/use-reload-on-change'

type Page = QueryAnswer<'answers.list'>

const CHANGED = 'parley-answers-changed'
const PAGE = 50

/** Like documents, answers have no event on the wire: what this page changes, it reads again. */
export const tellAnswersChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

/** The answers, newest first, page by page. */
export function useAnswers(): Pages<Page> {
  const pages = usePages('answers.list', { limit: PAGE }, answersAfter)
  useReloadOnChange(CHANGED, pages.reload)
  return pages
}

function answersAfter({ answers, hasMore }: Page) {
  const last = answers.at(-1)
  return hasMore && last ? { before: last.id } : null
}
