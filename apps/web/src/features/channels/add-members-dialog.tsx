import '../people/people.css'
import type { ChannelId, UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { usePeople } from '../people/use-people'
import { PeoplePicker } from './people-picker'

export function AddMembersDialog({ channelId }: { channelId: ChannelId }) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const { loaded } = useQuery('channels.members', { channelId })
  const members = new Set(loaded.phase === 'ready' ? loaded.answer.userIds : [])
  const people = usePeople().filter((user) => !members.has(user.id))
  const [picked, setPicked] = useState<ReadonlySet<UserId>>(new Set())
  const add = useAction(async () => {
    for (const userId of picked) await client.command('channels.addMember', { channelId, userId })
    close()
  })
  return (
    <Dialog title={text('web.channel.addPeople')} onClose={close}>
      <div className="dialog__body">
        <PeoplePicker people={people} picked={picked} onPicked={setPicked} />
        {add.error !== null && <Failure error={add.error} />}
        <div className="dialog__foot">
          <Button onClick={close}>{text('web.app.cancel')}</Button>
          <Button look="primary" disabled={picked.size === 0 || add.isRunning} onClick={() => void add.run()}>
            {text('web.channel.addPeople')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
