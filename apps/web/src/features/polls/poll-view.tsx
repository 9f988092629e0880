import './polls.css'
import type { Message, Poll } from '@parley/protocol'
import { useCommand } from '../../app/use-command'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useMayModerate } from '../moderation/use-may-moderate'
import { PollChoice } from './poll-choice'
import { PollFacts } from './poll-facts'
import { useIsClosed } from './use-is-closed'
import { useNamedVote, useSecretVote, type Vote } from './use-vote'

interface PollViewProps {
  readonly message: Message
  readonly poll: Poll
}

export default function PollView(props: PollViewProps) {
  return props.poll.isAnonymous ? <SecretPoll {...props} /> : <NamedPoll {...props} />
}

const NamedPoll = (props: PollViewProps) => <Ballot {...props} vote={useNamedVote(props.message, props.poll)} />
const SecretPoll = (props: PollViewProps) => <Ballot {...props} vote={useSecretVote(props.message, props.poll)} />

/** The options with what was chosen so far; a click chooses, another takes it back. */
function Ballot({ message, poll, vote }: PollViewProps & { readonly vote: Vote }) {
  const isClosed = useIsClosed(poll)
  const isArchived = useSession(({ channels }) => channels.get(message.channelId)?.channel.archivedAt !== null)
  const isOpen = !isClosed && !isArchived
  const most = Math.max(...poll.options.map(({ count }) => count))
  const all = poll.options.reduce((sum, { count }) => sum + count, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons about a message, not fields of a form
    <div className="poll" role="group" aria-label={message.text}>
      {poll.options.map((option, at) => (
        <PollChoice
          key={option.text}
          option={option}
          share={all === 0 ? 0 : option.count / all}
          isLeading={option.count > 0 && option.count === most}
          isChosen={vote.chosen.includes(at)}
          onToggle={isOpen ? () => vote.toggle(at) : null}
        />
      ))}
      <div className="poll__foot">
        <PollFacts poll={poll} votes={all} isClosed={isClosed} />
        {isOpen && <CloseButton message={message} />}
      </div>
    </div>
  )
}

/** For whoever asked, and for moderators. */
function CloseButton({ message }: { message: Message }) {
  const text = useText()
  const me = useMe()
  const view = useSession(({ channels }) => channels.get(message.channelId))
  if (!view) return null
  return (
    <PermittedClose message={message} isOwn={message.authorId === me.id} view={view} label={text('web.poll.close')} />
  )
}

interface PermittedCloseProps {
  readonly message: Message
  readonly isOwn: boolean
  readonly view: Parameters<typeof useMayModerate>[0]
  readonly label: string
}

function PermittedClose({ message, isOwn, view, label }: PermittedCloseProps) {
  const command = useCommand()
  const mayModerate = useMayModerate(view)
  if (!isOwn && !mayModerate) return null
  return (
    <button type="button" className="link-button" onClick={() => command('polls.close', { messageId: message.id })}>
      {label}
    </button>
  )
}
