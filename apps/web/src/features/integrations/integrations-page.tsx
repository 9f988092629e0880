import './integrations.css'
import { useState } from 'react'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { isAdministrator } from '../people/is-administrator'
import { PageHead } from '../shell/page-head'
import { AdministratorSections } from './administrator-sections'
import { CreationDialog } from './creation-dialog'
import type { IntegrationKind, Secret } from './integration-kind'
import { SecretDialog } from './secret-dialog'
import { TokenSection } from './token-section'

/** Everybody's own tokens; for administrators also bots, webhooks and slash commands. */
export default function IntegrationsPage() {
  const text = useText()
  const me = useMe()
  const [creating, setCreating] = useState<IntegrationKind | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const [madeCount, setMadeCount] = useState(0)
  const made = (shown: Secret) => {
    setCreating(null)
    setSecret(shown)
    setMadeCount((before) => before + 1)
  }
  return (
    <>
      <PageHead hasBack title={text('web.integrations.title')} subtitle={text('web.integrations.subtitle')} />
      <main className="page">
        <div className="page__inner">
          {isAdministrator(me) && <AdministratorSections {...{ madeCount }} onAdd={setCreating} onSecret={setSecret} />}
          <TokenSection {...{ madeCount }} onAdd={() => setCreating('token')} />
        </div>
      </main>
      {creating && <CreationDialog kind={creating} onMade={made} onClose={() => setCreating(null)} />}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}
