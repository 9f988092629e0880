import type { KnowingPerson } from '@parley/protocol'
import { Link } from 'wouter'
import { textIn } from '../../app/texts'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useLanguage, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { messagePath } from '../conversation/message-path'
import { useThreadPlace } from '../threads/use-thread-place'
import type { FoundAnswer } from './use-found-answer'

/** Who seems to know, with what shows it; each can be asked in the thread. */
export function KnowingPeople({ found }: { found: FoundAnswer }) {
  const text = useText()
  if (found.people.length === 0) return <p className="found-answer__note">{text('web.found.nobody')}</p>
  return (
    <section className="panel__section" aria-label={text('web.found.people')}>
      <h3>{text('web.found.people')}</h3>
      <ul className="found-people">
        {found.people.map((person) => (
          <Knowing key={person.userId} person={person} found={found} />
        ))}
      </ul>
    </section>
  )
}

function Knowing({ person, found }: { person: KnowingPerson; found: FoundAnswer }) {
  const names = useNames()
  const { open } = usePanel()
  const user = useSession(({ users }) => users.get(person.userId))
  if (!user) return null
  return (
    <li className="found-person">
      <Avatar user={user} size={28} />
      <div className="found-person__about">
        <button type="button" className="message__name" onClick={() => open({ kind: 'person', id: person.userId })}>
          {names.personById(person.userId)}
        </button>
        <Link href={messagePath(person.said)} className="found-person__said">
          {person.said.text}
        </Link>
      </div>
      {person.isMember && <AskThem name={user.name} found={found} />}
    </li>
  )
}

/** Calls them into the thread, in the reader's own name. */
function AskThem({ name, found: { channelId, threadId } }: { name: string; found: FoundAnswer }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const { open } = useThreadPlace()
  const isOpen = useSession(({ channels }) => channels.get(channelId)?.channel.archivedAt === null)
  if (!isOpen) return null
  const ask = () => {
    client.send(channelId, textIn(language, 'web.found.askWords', { name }), { threadId })
    open({ channelId, threadId })
  }
  return (
    <Button onClick={ask} aria-label={text('web.found.askName', { name })}>
      {text('web.found.ask')}
    </Button>
  )
}
