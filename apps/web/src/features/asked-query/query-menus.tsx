import { QuestionType, type StructuredQuery } from '@parley/protocol'
import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { textIn } from '../../app/texts'
import { useNowMs, useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { useDocuments } from '../knowledge/use-documents'
import { withPlace, withTime, withType } from './edit-query'
import { periodPresets } from './period-presets'

export interface QueryMenuProps {
  readonly query: StructuredQuery
  readonly onChange: (query: StructuredQuery) => void
}

/** What may be asked for. */
export function TypeMenu({ query, onChange }: QueryMenuProps) {
  const text = useText()
  return (
    <DropdownMenu.RadioGroup
      value={query.type}
      onValueChange={(type) => onChange(withType(query, QuestionType.parse(type)))}
    >
      {QuestionType.options.map((type) => (
        <QueryChoice key={type} value={type} name={text(`web.query.type.${type}`)} />
      ))}
    </DropdownMenu.RadioGroup>
  )
}

/** When: asked about, or when sources changed. */
export function TimeMenu({ query, onChange }: QueryMenuProps) {
  const text = useText()
  const { timeZone } = useReader()
  const presets = periodPresets(useNowMs(), timeZone)
  return presets.map(({ preset, from, to }) => (
    <DropdownMenu.Item
      key={preset}
      className="menu__item"
      onSelect={() => onChange(withTime(query, { from, to }, textIn(query.language, `web.query.period.${preset}`)))}
    >
      {text(`web.query.period.${preset}`)}
    </DropdownMenu.Item>
  ))
}

/** A menu is no search: beyond that many the question says its document in words. */
export const MOST_LISTED = 200

/** Where to look: documents and collections that may be read. */
export function PlaceMenu({ query, onChange }: QueryMenuProps) {
  const text = useText()
  const { loaded } = useDocuments()
  if (loaded.phase !== 'ready') return <DropdownMenu.Label className="menu__label">…</DropdownMenu.Label>
  const { documents, collections } = loaded.answer
  const chosen = query.parts.flatMap((part) => (part.kind === 'document' || part.kind === 'collection' ? part.ids : []))
  return (
    <DropdownMenu.RadioGroup value={chosen.length === 1 ? chosen[0]! : ''}>
      <DropdownMenu.Label className="menu__label">{text('web.query.collections')}</DropdownMenu.Label>
      {collections.map(({ id, name }) => (
        <QueryChoice
          key={id}
          value={id}
          name={name}
          onSelect={() => onChange(withPlace(query, { kind: 'collection', ids: [id], name }))}
        />
      ))}
      <DropdownMenu.Label className="menu__label">{text('web.query.documents')}</DropdownMenu.Label>
      {documents.slice(0, MOST_LISTED).map(({ id, title }) => (
        <QueryChoice
          key={id}
          value={id}
          name={title}
          onSelect={() => onChange(withPlace(query, { kind: 'document', ids: [id], name: title }))}
        />
      ))}
    </DropdownMenu.RadioGroup>
  )
}

export function QueryChoice({ value, name, onSelect }: { value: string; name: string; onSelect?: () => void }) {
  return (
    <DropdownMenu.RadioItem value={value} className="menu__item" {...(onSelect && { onSelect })}>
      <span className="query-menu__name">{name}</span>
      <DropdownMenu.ItemIndicator className="menu__check">
        <Check size={16} aria-hidden="true" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  )
}
