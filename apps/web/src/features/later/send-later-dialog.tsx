import { useText } from '../../app/use-text'
import type { Letter } from './letter'
import { TimeDialog } from './time-dialog'
import { useSchedule } from './use-schedule'

export function SendLaterDialog({ letter, onScheduled }: { letter: Letter; onScheduled: () => void }) {
  const text = useText()
  const schedule = useSchedule()
  return (
    <TimeDialog
      title={text('web.later.send')}
      submitLabel={text('web.later.submit')}
      act={(at) => schedule(letter, at).then(onScheduled)}
    />
  )
}
