import { useMe, useSession } from '../../app/use-services'
import { isAdministrator } from '../people/is-administrator'

/** Administrators, and those who look after a channel. */
export function useMayReview(): boolean {
  const me = useMe()
  const isModerator = useSession(({ channels }) => [...channels.values()].some((view) => view.isModerator))
  return isAdministrator(me) || isModerator
}
