import { type Bot, UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field } from '../../components/field'
import { useToast } from '../../components/toasts'
import { usePeople } from '../people/use-people'

export interface PassDialogProps {
  readonly bot: Bot
  readonly onPassed: () => void
  readonly onClose: () => void
}

/** Gives a bot, and what speaks through it, to somebody who keeps it on. */
export function PassDialog({ bot, onPassed, onClose }: PassDialogProps) {
  const text = useText()
  const name = useNames().personById(bot.userId)
  const [chosen, setChosen] = useState('')
  const ownerId = UserId.safeParse(chosen).data
  const pass = usePass(bot, ownerId, onPassed)
  return (
    <DialogForm
      title={text('web.integrations.passTitle', { name })}
      submitLabel={text('web.integrations.passAct')}
      action={pass}
      isReady={ownerId !== undefined}
      onClose={onClose}
    >
      <OwnerField bot={bot} value={chosen} onValue={setChosen} />
    </DialogForm>
  )
}

function usePass({ userId: botId }: Bot, ownerId: UserId | undefined, onPassed: () => void) {
  const text = useText()
  const names = useNames()
  const { http } = useServices()
  const toast = useToast()
  return useAction(async () => {
    if (!ownerId) return
    await http.command('bots.pass', { botId, ownerId })
    toast({
      text: text('web.integrations.passed', { name: names.personById(botId), owner: names.personById(ownerId) }),
    })
    onPassed()
  })
}

interface OwnerFieldProps {
  readonly bot: Bot
  readonly value: string
  readonly onValue: (value: string) => void
}

function OwnerField({ bot, value, onValue }: OwnerFieldProps) {
  const text = useText()
  const names = useNames()
  const people = usePeople().filter((it) => it.kind === 'person' && it.role !== 'guest' && it.id !== bot.ownerId)
  return (
    <Field label={text('web.integrations.newOwner')} hint={text('web.integrations.passHint')}>
      {(ids) => (
        <select className="input" {...ids} required value={value} onChange={(event) => onValue(event.target.value)}>
          <option value="">{text('web.integrations.choosePerson')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {names.person(person)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
