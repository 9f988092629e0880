import { useLocation } from 'wouter'
import { useFail } from '../../app/use-fail'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { useSaidTime } from '../later/use-said-time'
import type { Surroundings } from './command-call'

export function useSurroundings(): Surroundings {
  const services = useServices()
  const text = useText()
  const names = useNames()
  const { open } = useOverlay()
  const [, navigate] = useLocation()
  const toast = useToast()
  const fail = useFail()
  const sayTime = useSaidTime()
  return { services, text, names, open, navigate, toast, fail, sayTime }
}
