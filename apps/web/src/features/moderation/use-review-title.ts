import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { isAdministrator } from '../people/is-administrator'

/** What the page is called: who looks after the workspace finds the log of everything done there, too. */
export function useReviewTitle(): string {
  const text = useText()
  return text(isAdministrator(useMe()) ? 'web.review.titleWithLog' : 'web.review.title')
}
