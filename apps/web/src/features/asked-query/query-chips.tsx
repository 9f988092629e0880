import type { QueryPart, StructuredQuery } from '@parley/protocol'
import { Ban, CalendarRange, FileText, Hash, HelpCircle, Library, ListFilter, User, Waypoints } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode, Ref } from 'react'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { withoutPart, withType } from './edit-query'
import { EntityMenu } from './entity-menu'
import { partWords } from './part-words'
import { QueryChip } from './query-chip'
import { PlaceMenu, type QueryMenuProps, TimeMenu, TypeMenu } from './query-menus'
import { ChannelMenu, WriterMenu } from './source-menus'

const ICONS: Readonly<Record<QueryPart['kind'], typeof User>> = {
  person: User,
  time: CalendarRange,
  document: FileText,
  collection: Library,
  channel: Hash,
  entity: Waypoints,
  without: Ban,
  negation: Ban,
}

export interface QueryChipsProps extends QueryMenuProps {
  /** A person has changed it: then also that anything may be asked for is worth a chip. */
  readonly isEdited: boolean
  readonly listRef: Ref<HTMLUListElement>
}

/** A question as it was read, part by part; each can be changed or taken away. */
export function QueryChips({ query, isEdited, listRef, onChange }: QueryChipsProps) {
  const text = useText()
  return (
    <ul className="query-chips" aria-label={text('web.query.label')} ref={listRef} tabIndex={-1}>
      {(query.type !== 'other' || isEdited) && (
        <QueryChip
          name={text(`web.query.type.${query.type}`)}
          icon={<HelpCircle size={13} aria-hidden="true" />}
          menu={<TypeMenu query={query} onChange={onChange} />}
          {...(query.type !== 'other' && { onRemove: () => onChange(withType(query, 'other')) })}
        />
      )}
      {query.parts.map((_, index) => (
        <PartChip
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts of a query may be alike in everything but their place
          key={index}
          {...{ query, index, onChange }}
        />
      ))}
      <NarrowChip query={query} onChange={onChange} />
    </ul>
  )
}

function PartChip({ query, index, onChange }: QueryMenuProps & { index: number }) {
  const text = useText()
  const reader = useReader()
  const part = query.parts[index]!
  const Icon = ICONS[part.kind]
  const menu = menuOf(part, query, onChange)
  return (
    <QueryChip
      name={partWords(part, query, text, reader)}
      icon={<Icon size={13} aria-hidden="true" />}
      isCarried={part.source === 'carried'}
      {...(menu && { menu })}
      onRemove={() => onChange(withoutPart(query, index))}
    />
  )
}

function menuOf(part: QueryPart, query: StructuredQuery, onChange: QueryMenuProps['onChange']) {
  const { kind } = part
  if (kind === 'entity') return <EntityMenu part={part} />
  if (kind === 'channel') return <ChannelMenu query={query} onChange={onChange} />
  if (kind === 'person' && part.role === 'from') return <WriterMenu query={query} onChange={onChange} />
  if (kind === 'time') return <TimeMenu query={query} onChange={onChange} />
  return kind === 'document' || kind === 'collection' ? <PlaceMenu query={query} onChange={onChange} /> : null
}

/** Offers what the question does not limit itself by: a time, whose words, a channel, a document. */
function NarrowChip({ query, onChange }: QueryMenuProps) {
  const text = useText()
  const has = (...kinds: QueryPart['kind'][]) => query.parts.some(({ kind }) => kinds.includes(kind))
  const hasWriter = query.parts.some((part) => part.kind === 'person' && part.role === 'from')
  const offered = [
    { label: text('web.query.changed'), isMissing: !has('time'), Menu: TimeMenu },
    { label: text('web.query.writer'), isMissing: !hasWriter, Menu: WriterMenu },
    { label: text('web.query.channel'), isMissing: !has('channel'), Menu: ChannelMenu },
    { label: text('web.query.place'), isMissing: !has('document', 'collection'), Menu: PlaceMenu },
  ].filter(({ isMissing }) => isMissing)
  if (offered.length === 0) return null
  const menu = offered.map(({ label, Menu }) => (
    <SubMenu key={label} label={label}>
      <Menu query={query} onChange={onChange} />
    </SubMenu>
  ))
  const icon = <ListFilter size={13} aria-hidden="true" />
  return <QueryChip name={text('web.query.narrow')} icon={icon} menu={menu} />
}

function SubMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu__item">{label}</DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}
