import '../people/people.css'
import './sharing.css'
import { MESSAGE_TEXT_LIMIT, type Message, ParleyError } from '@parley/protocol'
import { Info } from 'lucide-react'
import { useState } from 'react'
import type { Services } from '../../app/services'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field } from '../../components/field'
import { useToast } from '../../components/toasts'
import { DestinationPicker } from './destination-picker'
import { quoteOf } from './quote-of'
import { useAttribution } from './use-attribution'
import { type Destination, useDestinations } from './use-destinations'

/** Hands a message on, as a quotation with its source. */
export function ForwardDialog({ message }: { message: Message }) {
  const text = useText()
  const { close } = useOverlay()
  const [picked, setPicked] = useState<Destination | null>(null)
  const [comment, setComment] = useState('')
  const forward = useForward(message, picked, comment)
  const isPrivate = useSession(({ channels }) => channels.get(message.channelId)?.channel.kind !== 'public')
  return (
    <DialogForm
      title={text('web.share.title')}
      submitLabel={text('web.share.submit')}
      action={forward}
      isReady={picked !== null}
      onClose={close}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, by keyboard too */}
      <blockquote className="forwarded" tabIndex={0}>
        {message.text}
      </blockquote>
      {isPrivate && (
        <p className="forwarded__hint">
          <Info size={14} aria-hidden="true" />
          {text('web.share.privateHint')}
        </p>
      )}
      <DestinationPicker destinations={useDestinations()} picked={picked} onPicked={setPicked} />
      <Field label={text('web.share.comment')}>
        {(ids) => (
          <textarea
            className="input"
            rows={2}
            maxLength={MESSAGE_TEXT_LIMIT / 2}
            {...ids}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        )}
      </Field>
    </DialogForm>
  )
}

function useForward(message: Message, destination: Destination | null, comment: string) {
  const text = useText()
  const { client, http } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  const attributionOf = useAttribution()
  return useAction(async () => {
    if (!destination) return
    const quote = quoteOf(await readAsItIs(http, message), attributionOf(message), true)
    const channelId =
      destination.kind === 'channel'
        ? destination.channelId
        : (await client.command('channels.openDirect', { userIds: [destination.user.id] })).channel.id
    client.send(channelId, [comment.trim(), quote].filter(Boolean).join('\n\n'))
    toast({ text: text('web.share.done', { place: destination.names[0] ?? '' }) })
    close()
  })
}

/** Deleted or changed while the dialog was open, it is not handed on as it was. */
async function readAsItIs(http: Services['http'], { id, channelId, seq }: Message): Promise<Message> {
  const { messages } = await http.query('messages.preview', { places: `${channelId}:${seq}` })
  const [found] = messages
  if (!found) throw new ParleyError('not_found', { kind: 'message', id })
  return found
}
