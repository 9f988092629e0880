import type { GraphEdge, GraphEdgeId, GraphEntity, GraphSay } from '@parley/protocol'
import { Check, ChevronRight, RotateCcw, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useFail } from '../../app/use-fail'
import { useReader } from '../../app/use-reader'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { useToast } from '../../components/toasts'
import { EvidenceList } from './evidence-list'
import { graphPath } from './graph-path'
import { useGraphWords } from './use-graph-words'

export interface EdgeRowProps {
  readonly edge: GraphEdge
  readonly entities: readonly GraphEntity[]
  /** What the reader may decide: nothing else is offered. */
  readonly say: GraphSay
  readonly onChanged: () => void
}

/** One edge in words: both ends lead on, its evidence opens below it, and experts say whether it is true. */
export function EdgeRow({ edge, entities, say, onChanged }: EdgeRowProps) {
  const text = useText()
  const { id: myId } = useMe()
  const words = useGraphWords()
  const [isOpen, setOpen] = useState(false)
  const said = words.sayEdge(edge, entities)
  const isMine = entities.some(({ id, userId }) => userId === myId && (id === edge.fromId || id === edge.toId))
  const mayDecide = say === 'everything' || (say === 'own' && isMine)
  return (
    <li className="graph__edge" data-state={edge.state}>
      <div className="graph__edge-head">
        <button
          type="button"
          className="graph__toggle"
          aria-expanded={isOpen}
          aria-label={text('web.graph.why', { edge: said })}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
        <EdgeWords edge={edge} entities={entities} />
        {mayDecide && !edge.because && <Decisions edge={edge} said={said} onChanged={onChanged} />}
      </div>
      {isOpen && <EdgeGround edge={edge} onChanged={onChanged} />}
    </li>
  )
}

function EdgeWords({ edge, entities }: Omit<EdgeRowProps, 'onChanged' | 'say'>) {
  const text = useText()
  const words = useGraphWords()
  const find = (id: string) => entities.find((entity) => entity.id === id)
  const [from, to] = [find(edge.fromId), find(edge.toId)]
  return (
    <span className="graph__said">
      <Link href={graphPath(edge.fromId)}>{words.nameOf(from)}</Link> {text(`web.graph.relation.${edge.type}`)}{' '}
      <Link href={graphPath(edge.toId)}>{words.nameOf(to)}</Link>
      <EdgeFacts edge={edge} />
    </span>
  )
}

function EdgeFacts({ edge }: { edge: GraphEdge }) {
  const text = useText()
  const reader = useReader()
  const facts = [
    edge.because ? text('web.graph.byRule') : text(`web.graph.state.${edge.state}`),
    edge.state !== 'confirmed' && text('web.graph.percent', { percent: Math.round(edge.confidence * 100) }),
    text('web.graph.since', { date: shortDate(edge.since, reader) }),
    edge.until && text('web.graph.endedOn', { date: shortDate(edge.until, reader) }),
  ]
  return <span className="graph__note">{facts.filter(Boolean).join(' · ')}</span>
}

/** Of an edge that a rule made: the evidence of each that it follows from. */
function EdgeGround({ edge, onChanged }: Pick<EdgeRowProps, 'edge' | 'onChanged'>) {
  const ids = edge.because ?? [edge.id as GraphEdgeId]
  return (
    <div className="graph__ground">
      {ids.map((id) => (
        <EvidenceList key={id} edgeId={id} onChanged={onChanged} />
      ))}
    </div>
  )
}

interface DecisionsProps {
  readonly edge: GraphEdge
  readonly said: string
  readonly onChanged: () => void
}

const DONE = { 'graph.confirm': 'confirmed', 'graph.reject': 'rejected', 'graph.reopen': 'reopened' } as const
type Decision = keyof typeof DONE

function Decisions({ edge, said, onChanged }: DecisionsProps) {
  const text = useText()
  const toast = useToast()
  const fail = useFail()
  const { client } = useServices()
  const edgeId = edge.id as GraphEdgeId
  const before: Decision =
    edge.state === 'confirmed' ? 'graph.confirm' : edge.state === 'rejected' ? 'graph.reject' : 'graph.reopen'
  const { run, error, isRunning } = useAction(async (name: Decision) => {
    await client.command(name, { edgeId })
    onChanged()
    const undo = () => void client.command(before, { edgeId }).then(onChanged, fail)
    toast({ text: text(`web.graph.${DONE[name]}`, { edge: said }), onUndo: undo })
  })
  const isDecided = edge.state === 'confirmed' || edge.state === 'rejected'
  return (
    <span className="graph__decide">
      {edge.state !== 'confirmed' && (
        <IconButton
          isSmall
          label={`${text('web.graph.confirm')}: ${said}`}
          disabled={isRunning}
          onClick={() => void run('graph.confirm')}
        >
          <Check size={16} />
        </IconButton>
      )}
      {edge.state !== 'rejected' && (
        <IconButton
          isSmall
          label={`${text('web.graph.reject')}: ${said}`}
          disabled={isRunning}
          onClick={() => void run('graph.reject')}
        >
          <X size={16} />
        </IconButton>
      )}
      {isDecided && (
        <IconButton
          isSmall
          label={`${text('web.graph.reopen')}: ${said}`}
          disabled={isRunning}
          onClick={() => void run('graph.reopen')}
        >
          <RotateCcw size={14} />
        </IconButton>
      )}
      {error !== null && <Failure error={error} />}
    </span>
  )
}
