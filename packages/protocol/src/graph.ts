import { z } from 'zod'
import { Citation, SaidSentence } from './entities'
import { GraphEdgeId, GraphEntityId, GraphRuleId, TaskId, UserId } from './ids'
import { Instant } from './instant'

export const GraphEntityKind = z.enum([
  ...(['person', 'project', 'product', 'organisation', 'place', 'system', 'document', 'decision'] as const),
  ...(['date', 'status', 'topic'] as const),
])
export type GraphEntityKind = z.infer<typeof GraphEntityKind>

export const GraphRelation = z.enum([
  ...(['works_on', 'owns', 'responsible_for', 'depends_on', 'blocks', 'located_in', 'part_of', 'decided'] as const),
  ...(['due', 'reports_to', 'supplier_of', 'uses', 'knows', 'has_status', 'same_as'] as const),
])
export type GraphRelation = z.infer<typeof GraphRelation>

/** Something that people name: you see it as long as you may read something that names it. */
export const GraphEntity = z.object({
  id: GraphEntityId,
  name: z.string(),
  kind: GraphEntityKind,
  /** Who it is, where the directory knows. */
  userId: UserId.nullable(),
  /** What it is called beside that, by what was merged into it. */
  aliases: z.array(z.string()),
  /** What was merged into it, and can be split off again: each by the name that it has for itself. */
  merged: z.array(z.object({ id: GraphEntityId, name: z.string() })),
})
export type GraphEntity = z.infer<typeof GraphEntity>

/** `found`: read somewhere, and sure enough; `proposed`: not sure enough; the others: what a person says of it. */
export const GraphEdgeState = z.enum(['found', 'proposed', 'confirmed', 'rejected'])
export type GraphEdgeState = z.infer<typeof GraphEdgeState>

/** Where an edge is read from. */
export const GraphSourceKind = z.enum(['message', 'document', 'task', 'directory', 'stated'])
export type GraphSourceKind = z.infer<typeof GraphSourceKind>

/** What the caller may decide: every edge, those that are about themselves, or none. */
export const GraphSay = z.enum(['everything', 'own', 'nothing'])
export type GraphSay = z.infer<typeof GraphSay>

/** That one thing belongs to another in some way, by what of its evidence you may read. */
export const GraphEdge = z.object({
  /** Of an edge that a rule made it is no id of anything stored. */
  id: z.string(),
  type: GraphRelation,
  fromId: GraphEntityId,
  toId: GraphEntityId,
  state: GraphEdgeState,
  confidence: z.number(),
  since: Instant,
  /** It was said that it holds no more. */
  until: Instant.nullable(),
  evidenceCount: z.int(),
  /** What kinds of evidence there are; of an edge that a rule made, for what it follows from. */
  sources: z.array(GraphSourceKind),
  /** Of an edge that a rule made: what it follows from. */
  because: z.array(GraphEdgeId).optional(),
  /** Of such an edge: the `key` of the rule that made it. */
  rule: z.string().optional(),
})
export type GraphEdge = z.infer<typeof GraphEdge>

export const GraphView = z.object({ entities: z.array(GraphEntity), edges: z.array(GraphEdge) })
export type GraphView = z.infer<typeof GraphView>

/** Where an edge stands, quoted as it stands there now. */
export const GraphEvidence = z.object({
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), said: SaidSentence }),
    z.object({ kind: z.literal('document'), citation: Citation }),
    z.object({ kind: z.literal('task'), taskId: TaskId, title: z.string() }),
    z.object({ kind: z.literal('directory'), userId: UserId }),
    z.object({ kind: z.literal('stated'), userId: UserId }),
  ]),
  /** The pattern, table, task, title or person that it comes from. */
  foundBy: z.string(),
  confidence: z.number(),
  /** It says that the edge holds no more. */
  isEnd: z.boolean(),
  at: Instant,
})
export type GraphEvidence = z.infer<typeof GraphEvidence>

const side = z.enum(['a', 'b', 'c'])
export const GraphRulePattern = z.object({ type: GraphRelation, from: side, to: side })
export type GraphRulePattern = z.infer<typeof GraphRulePattern>

/** When one condition holds, or two that share `b`, so does what follows. */
export const GraphRule = z.object({
  /** null: it is there everywhere and cannot be removed. */
  id: GraphRuleId.nullable(),
  /** What it is switched by: its id, or the name of one that is there everywhere. */
  key: z.string(),
  name: z.string(),
  isOn: z.boolean(),
  when: z.array(GraphRulePattern).min(1).max(2),
  follows: GraphRulePattern,
})
export type GraphRule = z.infer<typeof GraphRule>

/** What cannot all be true. */
export const GraphContradiction = z.object({
  kind: z.enum(['too-many', 'circle']),
  type: GraphRelation,
  edgeIds: z.array(GraphEdgeId),
})
export type GraphContradiction = z.infer<typeof GraphContradiction>

/** What a rule that is on adds to what the caller may read. */
export const GraphRuleEffect = z.object({
  key: z.string(),
  added: z.int(),
  /** One of them: the id of an edge. */
  exampleId: z.string().nullable(),
})
export type GraphRuleEffect = z.infer<typeof GraphRuleEffect>
