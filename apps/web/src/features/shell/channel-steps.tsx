import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useIsGuest } from '../people/use-is-guest'

/** What somebody without a channel can do next. */
export function ChannelSteps() {
  const text = useText()
  const { open } = useOverlay()
  if (useIsGuest()) return null
  return (
    <div className="channel-steps">
      <Button onClick={() => open({ kind: 'browse' })}>{text('web.nav.browse')}</Button>
      <Button onClick={() => open({ kind: 'create-channel' })}>{text('web.nav.newChannel')}</Button>
    </div>
  )
}
