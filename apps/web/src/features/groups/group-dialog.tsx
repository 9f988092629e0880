import '../people/people.css'
import type { UserGroup, UserGroupId, UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'
import { PeoplePicker } from '../channels/people-picker'
import { usePeople } from '../people/use-people'

const MOST_MEMBERS = 500

/** Makes a group, or changes one. */
export function GroupDialog({ groupId }: { groupId: UserGroupId | null }) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const group = useSession(({ groups }) => (groupId ? groups.get(groupId) : undefined))
  const [draft, setDraft] = useState(() => draftOf(group))
  const [memberIds, setMemberIds] = useState<ReadonlySet<UserId>>(() => new Set(group?.memberIds))
  const people = usePeople().filter(({ kind }) => kind === 'person')
  const save = useAction(async () => {
    const changes = { ...draft, handle: draft.handle.replace(/^[@＠]/, ''), memberIds: [...memberIds] }
    await client.command('groups.save', { ...(groupId && { groupId }), ...changes })
    close()
  })
  return (
    <DialogForm
      title={group ? text('web.groups.edit', { name: group.name }) : text('web.groups.new')}
      submitLabel={text(group ? 'web.groups.save' : 'web.groups.create')}
      action={save}
      onClose={close}
    >
      <GroupFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <PeoplePicker people={people} picked={memberIds} onPicked={setMemberIds} limit={MOST_MEMBERS} />
    </DialogForm>
  )
}

const draftOf = (group: UserGroup | undefined) => ({
  name: group?.name ?? '',
  handle: group?.handle ?? '',
  description: group?.description ?? '',
})
type GroupDraft = ReturnType<typeof draftOf>

function GroupFields({ draft, onChange }: { draft: GroupDraft; onChange: (part: Partial<GroupDraft>) => void }) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('web.groups.name')}
        required
        maxLength={80}
        value={draft.name}
        onValue={(name) => onChange({ name })}
      />
      <TextField
        label={text('web.groups.handle')}
        hint={text('web.groups.handleHint')}
        required
        maxLength={41}
        value={draft.handle}
        onValue={(handle) => onChange({ handle })}
      />
      <TextField
        label={text('web.groups.description')}
        maxLength={250}
        value={draft.description}
        onValue={(description) => onChange({ description })}
      />
    </>
  )
}
