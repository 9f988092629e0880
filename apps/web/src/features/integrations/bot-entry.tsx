import type { Bot as BotOf } from '@parley/protocol'
import { Bot, UserRoundCog } from 'lucide-react'
import { useState } from 'react'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { PassDialog } from './pass-dialog'
import { RemoveButton } from './remove-button'
import { Entry } from './section'

export interface BotEntryProps {
  readonly bot: BotOf
  readonly onChanged: () => void
}

export function BotEntry({ bot, onChanged }: BotEntryProps) {
  const text = useText()
  const names = useNames()
  const [isPassing, setPassing] = useState(false)
  const { userId, ownerId, description, isResting } = bot
  const name = names.personById(userId)
  const notes = [
    names.personById(ownerId),
    ...(description ? [description] : []),
    ...(isResting ? [text('web.integrations.resting')] : []),
  ]
  const passed = () => {
    setPassing(false)
    onChanged()
  }
  return (
    <Entry icon={Bot} name={name} notes={notes}>
      <IconButton label={text('web.integrations.pass', { name })} onClick={() => setPassing(true)}>
        <UserRoundCog size={16} />
      </IconButton>
      <RemoveButton
        id={userId}
        name={name}
        act={(http) => http.command('bots.remove', { botId: userId }).then(onChanged)}
      />
      {isPassing && <PassDialog bot={bot} onPassed={passed} onClose={() => setPassing(false)} />}
    </Entry>
  )
}
