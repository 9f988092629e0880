import type { PostedAs } from '@parley/protocol'
import { useText } from '../../app/use-text'

/** What a webhook's sender calls itself: said as what it is, in nobody's place. */
export function PostedAsLine({ postedAs }: { postedAs: PostedAs }) {
  const text = useText()
  const { hookName: hook, name } = postedAs
  return (
    <p className="posted-as">
      {name ? text('web.integrations.viaAs', { hook, name }) : text('web.integrations.via', { hook })}
    </p>
  )
}
