import type { AccessToken } from '@parley/protocol'
import { KeyRound } from 'lucide-react'
import { shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import type { AdministratorSectionsProps } from './administrator-sections'
import { RemoveButton } from './remove-button'
import { Entry, Section } from './section'

export function TokenSection({ madeCount, onAdd }: Pick<AdministratorSectionsProps, 'madeCount'> & { onAdd(): void }) {
  const text = useText()
  const { loaded, reload } = useQuery('tokens.list', {})
  useReloadOnVersion(madeCount, reload)
  if (loaded.phase === 'loading') return <SkeletonRows height={56} count={2} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { tokens } = loaded.answer
  return (
    <Section kind="token" count={tokens.length} onAdd={onAdd}>
      {tokens.map((token) => (
        <TokenEntry key={token.id} token={token} onRemoved={reload} />
      ))}
    </Section>
  )
}

function TokenEntry({ token, onRemoved }: { token: AccessToken; onRemoved: () => void }) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const { id, name, hint, userId, scopes, lastUsedAt } = token
  const used = lastUsedAt
    ? text('web.integrations.used', { when: shortDate(lastUsedAt, reader) })
    : text('web.integrations.unused')
  return (
    <Entry icon={KeyRound} name={name} notes={[`${hint}…`, names.personById(userId), scopes.join(', '), used]}>
      <RemoveButton
        id={id}
        name={name}
        act={(http) => http.command('tokens.revoke', { tokenId: id }).then(onRemoved)}
      />
    </Entry>
  )
}
