import { ShellSkeleton } from '../features/shell/shell-skeleton'
import { Unreachable } from '../features/shell/unreachable'
import { Workspace } from '../features/shell/workspace'
import { SignIn } from '../features/sign-in/sign-in'
import { useClient } from './use-services'

/** What to show: the workspace once its state is here, before that how far the way to it is. */
export function Gate() {
  const status = useClient((state) => state.status)
  const userId = useClient((state) => state.session?.me.id)
  if (status === 'signed-out') return <SignIn />
  // The key: another person starts with fresh screens.
  if (userId) return <Workspace key={userId} />
  return status === 'offline' ? <Unreachable /> : <ShellSkeleton />
}
