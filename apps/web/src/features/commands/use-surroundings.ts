import { useLocation } from 'wouter'
import { describeError } from '../../app/describe-error'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useLanguage, useServices } from '../../app/use-services'
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
  const language = useLanguage()
  const sayTime = useSaidTime()
  const fail = (error: unknown) => toast({ text: describeError(error, language).text })
  return { services, text, names, open, navigate, toast, fail, sayTime }
}
