import { Trash2 } from 'lucide-react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { usePendingRemovals, useRemoval } from '../../components/removals'

export interface RemoveButtonProps {
  readonly id: string
  readonly name: string
  readonly act: (http: ReturnType<typeof useServices>['http']) => Promise<unknown>
}

/** Ten seconds to take it back, as everywhere. */
export function RemoveButton({ id, name, act }: RemoveButtonProps) {
  const text = useText()
  const { http } = useServices()
  const remove = useRemoval()
  const isPending = usePendingRemovals().has(id)
  return (
    <IconButton
      label={text('web.integrations.remove', { name })}
      disabled={isPending}
      onClick={() => remove({ id, text: text('web.integrations.removed', { name }), act: () => act(http) })}
    >
      <Trash2 size={16} />
    </IconButton>
  )
}
