import { CloudOff } from 'lucide-react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'

export function Unreachable() {
  const text = useText()
  const { client } = useServices()
  return (
    <main className="unreachable">
      <EmptyState icon={CloudOff} title={text('web.connection.unreachable')}>
        <Button onClick={() => client.wake()}>{text('web.connection.reconnect')}</Button>
      </EmptyState>
    </main>
  )
}
