import '../profiles/profiles.css'
import { type UserGroup, UserGroupId } from '@parley/protocol'
import { Archive, Pencil } from 'lucide-react'
import { useCommand } from '../../app/use-command'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { isAdministrator } from '../people/is-administrator'
import { usePeople } from '../people/use-people'

export default function GroupPanel({ groupId }: { groupId: string }) {
  const text = useText()
  const id = UserGroupId.safeParse(groupId).data
  const group = useSession(({ groups }) => (id ? groups.get(id) : undefined))
  return group ? <Group group={group} /> : <p className="empty__text">{text('web.groups.gone')}</p>
}

function Group({ group }: { group: UserGroup }) {
  const text = useText()
  const mayEdit = isAdministrator(useMe())
  return (
    <>
      <section className="panel__section">
        <p className="why__verdict">{group.name}</p>
        <p className="empty__text">@{group.handle}</p>
        {group.description && <p>{group.description}</p>}
        {mayEdit && <Actions group={group} />}
      </section>
      <section className="panel__section">
        <h3>{text('web.groups.membersLabel')}</h3>
        <Members group={group} />
      </section>
    </>
  )
}

function Actions({ group }: { group: UserGroup }) {
  const text = useText()
  const command = useCommand()
  const { open } = useOverlay()
  const setArchived = (isArchived: boolean) => command('groups.archive', { groupId: group.id, isArchived })
  const archive = () =>
    command(
      'groups.archive',
      { groupId: group.id, isArchived: true },
      { text: text('web.groups.archived', { handle: group.handle }), onUndo: () => setArchived(false) },
    )
  return (
    <div className="profile-actions">
      <Button onClick={() => open({ kind: 'group', groupId: group.id })}>
        <Pencil size={16} aria-hidden="true" />
        {text('web.groups.edit', { name: group.name })}
      </Button>
      <Button onClick={archive}>
        <Archive size={16} aria-hidden="true" />
        {text('web.groups.archive')}
      </Button>
    </div>
  )
}

function Members({ group }: { group: UserGroup }) {
  const names = useNames()
  const { open } = usePanel()
  const ids = new Set(group.memberIds)
  return (
    <ul className="members">
      {usePeople()
        .filter((user) => ids.has(user.id))
        .map((user) => (
          <li key={user.id} className="member">
            <Avatar user={user} size={24} />
            <button type="button" className="person-link" onClick={() => open({ kind: 'person', id: user.id })}>
              {names.person(user)}
            </button>
          </li>
        ))}
    </ul>
  )
}
