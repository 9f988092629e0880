import { useMe } from '../../app/use-services'
import { type Looked, mayModerate } from './channel-rights'

export function useMayModerate(view: Looked): boolean {
  const me = useMe()
  return mayModerate(view, me)
}
