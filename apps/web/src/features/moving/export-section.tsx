import type { CommandBody } from '@parley/protocol'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { isAdministrator } from '../people/is-administrator'
import { TransferList } from './transfer-list'
import { useTransfers } from './use-transfers'

type Scope = CommandBody<'exports.start'>['scope']

export function ExportSection() {
  const text = useText()
  const me = useMe()
  const { client } = useServices()
  const transfers = useTransfers('export')
  const [error, setError] = useState<unknown>(null)
  const start = (scope: Scope) => {
    setError(null)
    client.command('exports.start', { scope }).then(transfers.reload, setError)
  }
  return (
    <section className="moving__section" aria-labelledby="moving-export">
      <h2 id="moving-export">{text('web.moving.export')}</h2>
      <p className="page__intro">{text('web.moving.exportIntro')}</p>
      <div className="moving__choices">
        <Button onClick={() => start({ kind: 'person' })}>{text('web.moving.exportMine')}</Button>
        {isAdministrator(me) && (
          <Button onClick={() => start({ kind: 'workspace' })}>{text('web.moving.exportWorkspace')}</Button>
        )}
        {me.role === 'owner' && (
          <Button onClick={() => start({ kind: 'workspace', includesPrivate: true })}>
            {text('web.moving.exportEverything')}
          </Button>
        )}
      </div>
      {isAdministrator(me) && <p className="moving__hint">{text('web.moving.exportHint')}</p>}
      {error !== null && <Failure error={error} />}
      <TransferList
        transfers={transfers}
        actionOf={({ id, exportReport, hasArchive, startedBy }) =>
          exportReport && (
            <div className="transfer__result">
              <span>{text('web.moving.exportCounts', exportReport)}</span>
              {hasArchive && startedBy === me.id && (
                <a className="button" href={`/api/exports.download?transferId=${id}`} download>
                  <Download size={16} aria-hidden="true" />
                  {text('web.moving.download')}
                </a>
              )}
            </div>
          )
        }
      />
    </section>
  )
}
