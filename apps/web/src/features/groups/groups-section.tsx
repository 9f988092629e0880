import { Plus, Users } from 'lucide-react'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { isAdministrator } from '../people/is-administrator'
import { useGroups } from './use-groups'

export function GroupsSection() {
  const text = useText()
  const { open } = useOverlay()
  const panel = usePanel()
  const mayEdit = isAdministrator(useMe())
  const groups = useGroups()
  return (
    <>
      {mayEdit && (
        <Button onClick={() => open({ kind: 'group', groupId: null })}>
          <Plus size={16} aria-hidden="true" />
          {text('web.groups.new')}
        </Button>
      )}
      {groups.length === 0 && (
        <EmptyState icon={Users} title={text('web.groups.empty')} hint={text('web.groups.hint')} />
      )}
      <ul className="rows">
        {groups.map((group) => (
          <li key={group.id} className="row">
            <span className="completion__sign" aria-hidden="true">
              <Users size={18} />
            </span>
            <button
              type="button"
              className="row__main person-link"
              onClick={() => panel.open({ kind: 'group', id: group.id })}
            >
              <span className="row__title">
                {group.name} <span className="row__note">@{group.handle}</span>
              </span>
              <span className="row__note person__note">{group.description}</span>
            </button>
            <span className="role">{text('web.groups.members', { count: group.memberIds.length })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
