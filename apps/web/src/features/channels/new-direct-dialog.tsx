import '../people/people.css'
import type { UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { useGoToDirect } from '../people/use-open-direct'
import { usePeople } from '../people/use-people'
import { MOST_DIRECT_PEOPLE } from './most-direct-people'
import { PeoplePicker } from './people-picker'

export interface NewDirectDialogProps {
  /** Those of the conversation that it goes out from. */
  readonly withUserIds?: readonly UserId[] | undefined
}

/** Begins a conversation, or another one with more people: who joins does not read what was said before. */
export function NewDirectDialog({ withUserIds = [] }: NewDirectDialogProps) {
  const text = useText()
  const names = useNames()
  const me = useMe()
  const { close } = useOverlay()
  const people = usePeople().filter(({ id }) => id !== me.id && !withUserIds.includes(id))
  const [picked, setPicked] = useState<ReadonlySet<UserId>>(new Set())
  const open = useOpen([...withUserIds, ...picked])
  const isMore = withUserIds.length > 0
  return (
    <Dialog title={text(isMore ? 'web.channel.addPeople' : 'web.direct.title')} onClose={close}>
      <div className="dialog__body">
        {isMore && <p>{text('web.direct.apart', { names: names.list(withUserIds) })}</p>}
        <PeoplePicker
          people={people}
          picked={picked}
          onPicked={setPicked}
          limit={MOST_DIRECT_PEOPLE - withUserIds.length}
        />
        <p className="field__hint">{text('web.direct.limit')}</p>
        {open.error !== null && <Failure error={open.error} />}
        <div className="dialog__foot">
          <Button onClick={close}>{text('web.app.cancel')}</Button>
          <Button look="primary" disabled={picked.size === 0 || open.isRunning} onClick={() => void open.run()}>
            {text('web.direct.submit')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function useOpen(userIds: UserId[]) {
  const { close } = useOverlay()
  const go = useGoToDirect()
  return useAction(async () => {
    await go(userIds)
    close()
  })
}
