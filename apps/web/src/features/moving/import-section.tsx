import type { ImportSource, Transfer } from '@parley/protocol'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Segmented } from '../../components/segmented'
import { TransferList } from './transfer-list'
import { type SentArchive, useImport } from './use-import'
import { isUnderWay, useTransfers } from './use-transfers'

const sources = ['slack', 'mattermost', 'parley'] as const satisfies readonly ImportSource[]

export function ImportSection() {
  const text = useText()
  const [source, setSource] = useState<ImportSource>('slack')
  const transfers = useTransfers('import')
  const { sending, error, send, takeOver } = useImport(transfers.reload)
  return (
    <section className="moving__section" aria-labelledby="moving-import">
      <h2 id="moving-import">{text('web.moving.import')}</h2>
      <p className="page__intro">{text('web.moving.importIntro')}</p>
      <Segmented
        label={text('web.moving.source')}
        value={source}
        options={sources.map((value) => ({ value, label: text(`web.moving.${value}`) }))}
        onValue={setSource}
      />
      <p className="moving__hint">{text(`web.moving.${source}Hint`)}</p>
      <FileChoice isDisabled={sending !== null} onFile={(file) => send(file, source)} />
      {sending && (
        <p role="status" className="moving__hint">
          {text('web.moving.sending', { name: sending.name, percent: Math.round(sending.share * 100) })}
        </p>
      )}
      {error !== null && <Failure error={error} />}
      <TransferList
        transfers={transfers}
        actionOf={(transfer) => {
          const archive = archiveToTakeOver(transfer, transfers.loaded)
          if (!archive) return null
          return (
            <>
              <p className="moving__hint">{text('web.moving.takeOverHint')}</p>
              <Button look="primary" onClick={() => takeOver(archive)}>
                {text('web.moving.takeOver')}
              </Button>
            </>
          )
        }}
      />
    </section>
  )
}

/** Of a preview whose archive is here still, unless it is on its way in already. */
function archiveToTakeOver(
  { archiveId, source, fileName, isDryRun, status }: Transfer,
  loaded: ReturnType<typeof useTransfers>['loaded'],
): SentArchive | null {
  if (!archiveId || !source || !isDryRun || status !== 'done' || loaded.phase !== 'ready') return null
  const isComing = loaded.answer.transfers.some(
    (other) => other.archiveId === archiveId && !other.isDryRun && isUnderWay(other),
  )
  return isComing ? null : { archiveId, source, fileName }
}

function FileChoice({ isDisabled, onFile }: { isDisabled: boolean; onFile: (file: File) => void }) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".zip,.jsonl"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button disabled={isDisabled} onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden="true" />
        {text('web.moving.choose')}
      </Button>
    </>
  )
}
