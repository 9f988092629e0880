import type { QueryPart } from '@parley/protocol'
import { DropdownMenu } from 'radix-ui'
import { useLocation } from 'wouter'
import { useText } from '../../app/use-text'
import { graphPath } from '../graph/graph-path'

/** Where somebody sees what belongs to it. */
export function EntityMenu({ part }: { part: Extract<QueryPart, { readonly kind: 'entity' }> }) {
  const text = useText()
  const [, navigate] = useLocation()
  return part.ids.map((id) => (
    <DropdownMenu.Item key={id} className="menu__item" onSelect={() => navigate(graphPath(id))}>
      {text('web.query.entity')}
    </DropdownMenu.Item>
  ))
}
