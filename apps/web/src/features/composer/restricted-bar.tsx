import { Megaphone } from 'lucide-react'
import { useText } from '../../app/use-text'

/** In place of the composer where only moderators begin conversations. */
export default function RestrictedBar() {
  const text = useText()
  return (
    <div className="composer">
      <p className="composer__archived">
        <Megaphone size={16} aria-hidden="true" />
        {text('web.rules.restricted')}
      </p>
    </div>
  )
}
