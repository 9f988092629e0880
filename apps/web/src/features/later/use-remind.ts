import type { CommandBody } from '@parley/protocol'
import { useAttempt } from '../../app/use-attempt'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { useSaidTime } from './use-said-time'

type Reminder = CommandBody<'reminders.create'>

/** Has the assistant remind somebody: of a message, or of themselves where nothing else is said. */
export function useRemind(goal: Pick<Reminder, 'messageId' | 'userId' | 'channelId'>) {
  const text = useText()
  const say = useSaidTime()
  const { client } = useServices()
  const toast = useToast()
  const fail = useFail()
  const attempt = useAttempt()
  return async (said: Pick<Reminder, 'text' | 'dueAt' | 'repeats'>) => {
    const asked = { ...said, ...goal }
    const give = (clientCommandId: string) => client.command('reminders.create', { ...asked, clientCommandId })
    const { reminder } = await attempt(asked, give)
    const drop = () => void client.command('reminders.finish', { reminderId: reminder.id }).catch(fail)
    toast({ text: text('web.later.reminded', { time: say(said.dueAt) }), onUndo: drop })
  }
}
