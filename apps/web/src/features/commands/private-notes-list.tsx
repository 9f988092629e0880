import './commands.css'
import '../assistant/assistant.css'
import { EyeOff, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useNames } from '../../app/use-names'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { IconButton } from '../../components/icon-button'
import { QueryLine } from '../assistant/query-line'
import Sources from '../assistant/sources'
import { useConversation } from '../conversation/conversation-state'
import { MessageText } from '../conversation/message-text'
import type { PrivateNote } from './private-notes'

/** Above the composer: what was answered to the reader alone in this conversation. */
export default function PrivateNotesList() {
  const text = useText()
  const { notes } = useServices()
  const { channelId, threadId } = useConversation()
  const all = useSyncExternalStore(notes.subscribe, notes.get)
  const shown = all.filter((note) => note.channelId === channelId && note.threadId === threadId)
  return (
    <section className="notes" aria-label={text('web.notes.label')} aria-live="polite" hidden={shown.length === 0}>
      {shown.map((note) => (
        <Note key={note.id} note={note} />
      ))}
    </section>
  )
}

function Note({ note }: { note: PrivateNote }) {
  const text = useText()
  const names = useNames()
  const { notes } = useServices()
  const author = useSession(({ users }) => users.get(note.authorId))
  return (
    <article className="note">
      <header className="note__head">
        {author && <Avatar user={author} size={20} />}
        <span className="note__author">{names.personById(note.authorId)}</span>
        <span className="note__private">
          <EyeOff size={12} aria-hidden="true" />
          {text('web.notes.onlyYou')}
        </span>
        <IconButton label={text('web.notes.dismiss')} onClick={() => notes.dismiss(note.id)}>
          <X size={16} />
        </IconButton>
      </header>
      {note.asked !== '' && <p className="note__asked">{note.asked}</p>}
      {note.answer === null ? (
        <p className="note__waiting">{text('web.notes.waiting')}</p>
      ) : (
        <MessageText content={note.answer} isEdited={false} />
      )}
      <Sources said={note.said} citations={note.citations} />
      <QueryLine query={note.query} />
    </article>
  )
}
