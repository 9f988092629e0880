import { z } from 'zod'
import { GraphEdgeId, GraphEntityId, RuleId } from './ids'

/** In log-odds: e to the tenth is certainty enough. */
const MOST_WEIGHT = 10

/** What a rule may be about: what people can label, and whether a task is proposed. */
export const RuleSubject = z.enum(['intent', 'act', 'sentiment', 'emotion', 'urgency', 'politeness', 'task'])
export type RuleSubject = z.infer<typeof RuleSubject>

export const RuleStrength = z.discriminatedUnion('kind', [
  /** Added to the log-odds that the model gives the value. */
  z.object({ kind: z.literal('evidence'), weight: z.number().min(-MOST_WEIGHT).max(MOST_WEIGHT) }),
  z.object({ kind: z.literal('must') }),
  z.object({ kind: z.literal('must-not') }),
])
export type RuleStrength = z.infer<typeof RuleStrength>

/** How people stand to things in the graph, as far as rules can ask for it. */
export const RuleRelation = z.enum(['works_on', 'owns', 'responsible_for', 'reports_to', 'knows'])
export type RuleRelation = z.infer<typeof RuleRelation>

/** An edge of the graph that a rule was held by, in words. */
export const RuleEdge = z.object({
  id: GraphEdgeId,
  type: RuleRelation,
  /** The name of whoever it leads from. */
  from: z.string(),
  to: z.string(),
  toId: GraphEntityId,
})
export type RuleEdge = z.infer<typeof RuleEdge>

/** A rule whose conditions held for a message, and what came of it. */
export const AppliedRule = z.object({
  id: RuleId,
  name: z.string(),
  about: RuleSubject,
  value: z.string().nullable(),
  strength: RuleStrength,
  /**
   * `decided`: it is as the rule says, and was not before; `agreed`: it was so already; `weighed`: evidence was added;
   * `overruled`: a rule before it says otherwise.
   */
  outcome: z.enum(['decided', 'agreed', 'weighed', 'overruled']),
  overruledBy: RuleId.optional(),
  /** What of the text it was held by; `edgeId`: the edge of the graph at whoever is named there, which may be gone by now. */
  spans: z.array(z.object({ start: z.int(), end: z.int(), edgeId: GraphEdgeId.optional() })),
})
export type AppliedRule = z.infer<typeof AppliedRule>

/** What rules did to an understanding, and what the model alone said of the same. */
export const RuleTrace = z.object({
  applied: z.array(AppliedRule),
  model: z.array(z.object({ about: RuleSubject, value: z.string().nullable(), probability: z.number() })),
})
export type RuleTrace = z.infer<typeof RuleTrace>
