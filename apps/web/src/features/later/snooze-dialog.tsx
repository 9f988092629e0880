import type { Reminder } from '@parley/protocol'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { TimeDialog } from './time-dialog'
import { useSaidTime } from './use-said-time'

export function SnoozeDialog({ reminder: { id: reminderId, text: words } }: { reminder: Reminder }) {
  const text = useText()
  const say = useSaidTime()
  const { client } = useServices()
  const toast = useToast()
  const snooze = async (dueAt: string) => {
    await client.command('reminders.snooze', { reminderId, dueAt })
    toast({ text: text('web.later.snoozed', { time: say(dueAt) }) })
  }
  return (
    <TimeDialog title={text('web.later.snooze')} act={snooze}>
      <p>{words}</p>
    </TimeDialog>
  )
}
