import type { MessageId, MessageLabel } from '@parley/protocol'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { sayLabel } from './label-words'

type Said = Pick<MessageLabel, 'kind' | 'value'>

/** Says what a message is, and takes it back; either can be undone for a moment. */
export function useLabelling(messageId: MessageId, onLabelled: () => void) {
  const { client } = useServices()
  const text = useText()
  const toast = useToast()
  const give = (label: Said) => client.command('messages.label', { messageId, ...label })
  const withdraw = ({ kind }: Pick<Said, 'kind'>) => client.command('messages.unlabel', { messageId, kind })
  const restore = (kind: Said['kind'], previous: MessageLabel | null) =>
    void (previous ? give({ kind, value: previous.value }) : withdraw({ kind })).then(onLabelled, onLabelled)
  return {
    label: async (label: Said) => {
      const { previous } = await give(label)
      onLabelled()
      const said = text('web.labels.saved', { label: sayLabel(label, text) })
      toast({ text: said, onUndo: () => restore(label.kind, previous) })
    },
    takeBack: async (label: Said) => {
      const { previous } = await withdraw(label)
      onLabelled()
      const said = text('web.labels.takenBack', { label: sayLabel(label, text) })
      toast({ text: said, onUndo: () => restore(label.kind, previous) })
    },
  }
}
