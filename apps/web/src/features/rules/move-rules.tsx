import type { Rule } from '@parley/protocol'
import { FileDown, FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { useToast } from '../../components/toasts'

interface MoveRulesProps {
  readonly rules: readonly Rule[]
  readonly onChanged: () => void
}

/** Takes rules from a file, and gives them as one. */
export function MoveRules({ rules, onChanged }: MoveRulesProps) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const take = useAction(async (file: File) => {
    const counts = await client.command('rules.import', { fileName: file.name, content: await file.text() })
    toast({ text: text('web.rules.imported', counts) })
    onChanged()
  })
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file) void take.run(file)
        }}
      />
      <Button disabled={take.isRunning} title={text('web.rules.importHint')} onClick={() => input.current?.click()}>
        <FileUp size={16} aria-hidden="true" />
        {text('web.rules.import')}
      </Button>
      {rules.length > 0 && (
        <Button onClick={() => saveFile(rules)}>
          <FileDown size={16} aria-hidden="true" />
          {text('web.rules.export')}
        </Button>
      )}
      {take.error !== null && <Failure error={take.error} />}
    </>
  )
}

function saveFile(rules: readonly Rule[]): void {
  const content = { rules: rules.map(({ name, isOn, definition }) => ({ name, isOn, definition })) }
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'parley-rules.json'
  link.click()
  URL.revokeObjectURL(url)
}
