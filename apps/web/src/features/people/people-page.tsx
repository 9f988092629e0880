import './people.css'
import type { User } from '@parley/protocol'
import { MessageSquare, UserPlus } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { PageHead } from '../shell/page-head'
import { isAdministrator } from './is-administrator'
import { PersonMenu } from './person-menu'
import { useEmails } from './use-emails'
import { useOpenDirect } from './use-open-direct'
import { usePeople } from './use-people'

export default function PeoplePage() {
  const text = useText()
  const { open } = useOverlay()
  const me = useMe()
  const people = usePeople()
  const emails = useEmails()
  return (
    <>
      <PageHead title={text('web.people.title')} subtitle={text('web.channel.members', { count: people.length })}>
        {isAdministrator(me) && (
          <Button look="primary" onClick={() => open({ kind: 'add-person' })}>
            <UserPlus size={16} aria-hidden="true" />
            {text('web.people.add')}
          </Button>
        )}
      </PageHead>
      <main className="page">
        <div className="page__inner">
          <ul className="rows">
            {people.map((user) => (
              <PersonRow key={user.id} user={user} email={emails.get(user.id)} />
            ))}
          </ul>
        </div>
      </main>
    </>
  )
}

function PersonRow({ user, email }: { user: User; email: string | undefined }) {
  const text = useText()
  const names = useNames()
  const me = useMe()
  const openDirect = useOpenDirect()
  const name = names.person(user)
  const notes =
    user.kind === 'assistant' ? [text('web.people.assistantNote')] : [...user.aliases, ...(email ? [email] : [])]
  const isOther = user.id !== me.id
  return (
    <li className="row">
      <Avatar user={user} />
      <span className="row__main">
        <span className="row__title">
          {name} {!isOther && <span className="row__note">({text('web.people.you')})</span>}
        </span>
        <span className="row__note person__note">{notes.join(' · ')}</span>
      </span>
      {user.kind === 'person' && <span className="role">{text(`web.role.${user.role}`)}</span>}
      {isOther && (
        <IconButton label={text('web.people.write', { name })} onClick={() => void openDirect([user.id])}>
          <MessageSquare size={16} />
        </IconButton>
      )}
      {isOther && isAdministrator(me) && user.kind === 'person' && <PersonMenu user={user} />}
    </li>
  )
}
