import './graph.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../../app/use-text'
import { Segmented } from '../../components/segmented'
import { PageHead } from '../shell/page-head'
import { EntityList } from './entity-list'
import { EntityView } from './entity-view'
import { graphPath, idInGraphPath } from './graph-path'
import { ReviewPart } from './review-part'
import { RulesPart } from './rules-part'

const PARTS = ['browse', 'review', 'rules'] as const
type Part = (typeof PARTS)[number]
const titles = {
  browse: 'web.graph.browse',
  review: 'web.graph.review',
  rules: 'web.graph.rules.title',
} as const

/** Who and what belongs together: found by name, drawn, and followed in time. */
export default function GraphPage() {
  const text = useText()
  const [path, navigate] = useLocation()
  const entityId = idInGraphPath(path)
  const part: Part = PARTS.find((one) => path === graphPath(one)) ?? 'browse'
  const [name, setName] = useState('')
  return (
    <>
      <PageHead hasBack title={text('web.graph.title')} subtitle={text('web.graph.subtitle')} />
      <main className="page">
        <div className="page__inner graph">
          <Segmented
            label={text('web.graph.title')}
            value={part}
            options={PARTS.map((value) => ({ value, label: text(titles[value]) }))}
            onValue={(value) => navigate(value === 'browse' ? graphPath() : graphPath(value))}
          />
          {part === 'review' && <ReviewPart />}
          {part === 'rules' && <RulesPart />}
          {part === 'browse' && (
            <div className="graph__columns" data-chosen={entityId !== null}>
              <EntityList name={name} onName={setName} chosenId={entityId} />
              {entityId && <EntityView key={entityId} entityId={entityId} />}
            </div>
          )}
        </div>
      </main>
    </>
  )
}
