import { ParleyError } from '@parley/protocol'
import { useEffect } from 'react'
import { describeError } from '../../app/describe-error'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'

/** Tells of messages that were to be taken back and stay, wherever their writer is by then. Shows nothing itself. */
export default function WithdrawalRefusals() {
  const { client } = useServices()
  const text = useText()
  const language = useLanguage()
  const toast = useToast()
  useEffect(
    () =>
      client.onWithdrawalRefused(({ code, parameters }) => {
        const reason = describeError(new ParleyError(code, parameters), language).text
        toast({ text: text('web.undoSend.refused', { reason }) })
      }),
    [client, text, language, toast],
  )
  return null
}
