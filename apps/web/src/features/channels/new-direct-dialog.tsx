import '../people/people.css'
import type { UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useOpenDirect } from '../people/use-open-direct'
import { usePeople } from '../people/use-people'
import { PeoplePicker } from './people-picker'

const MOST_PEOPLE = 8

export function NewDirectDialog() {
  const text = useText()
  const me = useMe()
  const { close } = useOverlay()
  const people = usePeople().filter((user) => user.id !== me.id)
  const [picked, setPicked] = useState<ReadonlySet<UserId>>(new Set())
  const openDirect = useOpenDirect()
  const open = useAction(async () => {
    await openDirect([...picked])
    close()
  })
  return (
    <Dialog title={text('web.direct.title')} onClose={close}>
      <div className="dialog__body">
        <PeoplePicker people={people} picked={picked} onPicked={setPicked} limit={MOST_PEOPLE} />
        <p className="field__hint">{text('web.direct.limit')}</p>
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
