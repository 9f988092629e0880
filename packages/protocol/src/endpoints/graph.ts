import { z } from 'zod'
import { command, query } from '../endpoint'
import {
  GraphContradiction,
  GraphEdge,
  GraphEntity,
  GraphEntityKind,
  GraphEvidence,
  GraphRelation,
  GraphRule,
  GraphRuleEffect,
  GraphRulePattern,
  GraphSay,
  GraphView,
} from '../graph'
import { GraphEdgeId, GraphEntityId, GraphRuleId, UserId } from '../ids'
import { Instant } from '../instant'
import { filledText } from '../well-formed-text'

export const GRAPH_NAME_LIMIT = 120

/** A query string holds one text: types with commas between them. */
const types = z
  .string()
  .max(300)
  .transform((text) => text.split(',').filter((type) => type !== ''))
  .pipe(z.array(GraphRelation))
  .optional()
const flag = z.enum(['true', 'false']).default('false')
const filters = {
  types,
  /** As it was known to be at that time; left out: now. */
  asOf: Instant.optional(),
  /** With what follows by rules. */
  withRules: flag,
}

export const findEntities = query('graph.find', {
  summary:
    'Entities by their name, nearest first; with an empty name those with most edges. Only what you may read counts',
  access: 'signed-in',
  input: z.object({
    name: z.string().max(GRAPH_NAME_LIMIT).default(''),
    kind: GraphEntityKind.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({ entities: z.array(GraphEntity.extend({ edgeCount: z.int() })) }),
  errors: ['rate_limited'],
})

export const readAround = query('graph.around', {
  summary: 'What belongs to an entity: its edges and those of its neighbours, as far as you may read what shows them',
  access: 'signed-in',
  input: z.object({
    entityId: GraphEntityId,
    depth: z.coerce.number().int().min(1).max(3).default(1),
    ...filters,
    /** With what is proposed, and what was rejected. */
    withProposed: flag,
  }),
  answer: GraphView.extend({ isCut: z.boolean(), say: GraphSay }),
  errors: ['not_found', 'rate_limited'],
})

export const readPaths = query('graph.paths', {
  summary: 'The shortest ways from one entity to another, each as the ids of its edges',
  access: 'signed-in',
  input: z.object({
    fromId: GraphEntityId,
    toId: GraphEntityId,
    longest: z.coerce.number().int().min(1).max(5).default(4),
    ...filters,
  }),
  answer: GraphView.extend({ paths: z.array(z.array(z.string())) }),
  errors: ['not_found', 'rate_limited'],
})

export const listEvidence = query('graph.evidence', {
  summary: 'Where an edge stands, quoted as it stands there now; newest first, only what you may read',
  access: 'signed-in',
  input: z.object({ edgeId: GraphEdgeId }),
  answer: z.object({ evidence: z.array(GraphEvidence) }),
  errors: ['not_found'],
})

export const reviewGraph = query('graph.review', {
  summary: 'What waits for an expert: proposed edges, and edges that contradict each other',
  access: 'signed-in',
  input: z.object({}),
  answer: GraphView.extend({ contradictions: z.array(GraphContradiction), say: GraphSay }),
  errors: ['rate_limited'],
})

export const listGraphRules = query('graph.rules', {
  summary: 'What follows from what: the rules that hold everywhere and those of the workspace',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ rules: z.array(GraphRule), say: GraphSay }),
  errors: [],
})

export const readRuleEffects = query('graph.effects', {
  summary: 'What each rule that is on adds to what you may read, with an example, and what contradicts itself by it',
  access: 'signed-in',
  input: z.object({}),
  answer: GraphView.extend({
    effects: z.array(GraphRuleEffect),
    /** Of edges, at least one of which a rule made. */
    contradictions: z.array(GraphContradiction.extend({ edgeIds: z.array(z.string()) })),
    /** There is more than was gone through. */
    isCut: z.boolean(),
  }),
  errors: ['rate_limited'],
})

const decide = {
  access: 'signed-in',
  answer: z.object({ edge: GraphEdge }),
  errors: ['not_found', 'forbidden'],
} as const
const edge = z.object({ edgeId: GraphEdgeId })

export const confirmEdge = command('graph.confirm', { summary: 'Say that an edge is true', body: edge, ...decide })
export const rejectEdge = command('graph.reject', { summary: 'Say that an edge is wrong', body: edge, ...decide })
export const reopenEdge = command('graph.reopen', {
  summary: 'Take back what was said of an edge: it is again as it was read',
  body: edge,
  ...decide,
})

const end = z.union([
  z.object({ entityId: GraphEntityId }),
  z.object({ name: filledText(GRAPH_NAME_LIMIT), kind: GraphEntityKind }),
])

export const addEdge = command('graph.add', {
  summary: 'Add an edge by your own word; every member of the workspace sees it',
  access: 'signed-in',
  body: z.object({
    type: GraphRelation,
    from: end,
    to: end,
    since: Instant.nullable().default(null),
    until: Instant.nullable().default(null),
  }),
  answer: z.object({ edge: GraphEdge }),
  errors: ['not_found', 'forbidden', 'graph_edge_unusable'],
})

export const withdrawEdge = command('graph.withdraw', {
  summary: 'Take your own word for an edge back; without other evidence it is gone. Administrators, that of anybody',
  access: 'signed-in',
  body: edge.extend({
    /** Whose word; left out: your own. */
    userId: UserId.optional(),
  }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const mergeEntities = command('graph.merge', {
  summary: 'Say that an entity is the same as another one; `graph.split` takes it back',
  access: 'signed-in',
  body: z.object({ entityId: GraphEntityId, intoId: GraphEntityId }),
  answer: z.object({ entity: GraphEntity }),
  errors: ['not_found', 'forbidden', 'graph_edge_unusable'],
})

export const splitEntity = command('graph.split', {
  summary: 'Split off what was merged into an entity, or move some of its edges to an entity of another name',
  access: 'signed-in',
  body: z
    .object({
      entityId: GraphEntityId,
      /** Left out: what was merged into another counts for itself again. */
      edgeIds: z.array(GraphEdgeId).min(1).max(100).optional(),
      name: filledText(GRAPH_NAME_LIMIT).optional(),
    })
    .refine(({ edgeIds, name }) => (edgeIds === undefined) === (name === undefined)),
  answer: z.object({ entity: GraphEntity }),
  errors: ['not_found', 'forbidden', 'graph_edge_unusable'],
})

export const saveGraphRule = command('graph.saveRule', {
  summary: 'Add a rule, or change one: what follows where one condition or two hold',
  access: 'signed-in',
  body: z.object({
    ruleId: GraphRuleId.optional(),
    name: filledText(GRAPH_NAME_LIMIT),
    when: z.array(GraphRulePattern).min(1).max(2),
    follows: GraphRulePattern,
  }),
  answer: z.object({ rule: GraphRule }),
  errors: ['not_found', 'forbidden', 'graph_rule_unusable'],
})

export const removeGraphRule = command('graph.removeRule', {
  summary: 'Remove a rule of the workspace',
  access: 'signed-in',
  body: z.object({ ruleId: GraphRuleId }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const switchGraphRule = command('graph.switchRule', {
  summary: 'Switch a rule on or off, also one that is there everywhere; nothing that is stored changes',
  access: 'signed-in',
  body: z.object({ key: filledText(GRAPH_NAME_LIMIT), isOn: z.boolean() }),
  answer: z.object({ rule: GraphRule }),
  errors: ['not_found', 'forbidden'],
})
