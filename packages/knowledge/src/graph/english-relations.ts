import type { RelationRule } from './relation-rule'

/*
 * What people write when they mean a relation. Patterns are bounded, and no two repetitions in a row take the same
 * characters. A rule of the speaker's own words comes before the general one.
 */

const NAME = '[\\p{L}\\p{N}《“"][^,;:!?()]{0,60}?'
const IS = '(?:is|are|remains|stays|becomes)(?: now| still| currently)?'

const full = (source: string) => new RegExp(source, 'giu')

export const ENGLISH_RELATIONS: readonly RelationRule[] = [
  // The speaker.
  {
    name: 'i-responsible',
    type: 'responsible_for',
    strength: 'clear',
    speaker: 'left',
    pattern:
      /\bI(?:['’]m| am)(?: now| currently)? (?:responsible for|in charge of|accountable for)\b|\bI (?:look after|take care of|maintain|run)\b/gi,
  },
  { name: 'i-own', type: 'owns', strength: 'clear', speaker: 'left', pattern: /\bI own\b/gi },
  {
    name: 'i-work-on',
    type: 'works_on',
    strength: 'clear',
    speaker: 'left',
    pattern: /\bI(?:['’]m| am)(?: now| currently)? (?:working|busy) (?:on|with)\b|\bI work on\b/gi,
  },
  {
    name: 'i-report-to',
    type: 'reports_to',
    strength: 'clear',
    speaker: 'left',
    pattern: /\bI report to\b|\bmy (?:manager|boss|line manager) is\b/gi,
  },
  {
    name: 'i-know',
    type: 'knows',
    strength: 'usual',
    speaker: 'left',
    pattern:
      /\bI know\b(?! (?:that|how|what|who|when|where|why|if|whether|it|this|you|him|her|them|we|he|she|they|i))|\bI(?:['’]m| am) (?:the expert|an expert|experienced) (?:on|in|for|with)\b/gi,
  },
  // Responsible.
  {
    name: 'responsible-for',
    type: 'responsible_for',
    strength: 'clear',
    pattern:
      /\b(?:is|are)(?: now| currently| also| still)? (?:responsible for|in charge of|accountable for|the (?:contact|contact person|point of contact|go-to person) for|the (?:lead|head|maintainer|coordinator) (?:of|for))\b/gi,
  },
  {
    name: 'looks-after',
    type: 'responsible_for',
    strength: 'usual',
    pattern:
      /\b(?:looks after|look after|takes care of|take care of|maintains|coordinates|oversees|leads|heads up|is leading|runs|takes over)\b/gi,
  },
  {
    name: 'lead-of-is',
    type: 'responsible_for',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `\\b(?:lead|head|maintainer|coordinator|contact|contact person|person responsible|responsible person|dri) (?:of|for)\\s+(?<left>${NAME})\\s+${IS}\\s+(?<right>${NAME})(?=$|[.,;:!?()]|\\s+(?:and|but|since|from|so|because|who|until)\\b)`,
    ),
  },
  // Own.
  {
    name: 'owns',
    type: 'owns',
    strength: 'clear',
    pattern: /\b(?:owns|own|has ownership of|is the owner of|are the owners of)\b/gi,
  },
  {
    name: 'owned-by',
    type: 'owns',
    strength: 'clear',
    isReversed: true,
    pattern: /\b(?:is|are)(?: now| currently)? owned by\b/gi,
  },
  {
    name: 'owner-of-is',
    type: 'owns',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `\\bowner (?:of|for)\\s+(?<left>${NAME})\\s+${IS}\\s+(?<right>${NAME})(?=$|[.,;:!?()]|\\s+(?:and|but|since|from|so|because|who|until)\\b)`,
    ),
  },
  { name: 'possessive-owner', type: 'owns', strength: 'clear', isReversed: true, pattern: /['’]s owner is\b/gi },
  // Depend on.
  {
    name: 'depends-on',
    type: 'depends_on',
    strength: 'clear',
    pattern: /\b(?:depends?|relies|rely|is dependent|are dependent|is relying|hinges) (?:up)?on\b/gi,
  },
  {
    name: 'needs-to-run',
    type: 'depends_on',
    strength: 'loose',
    pattern:
      /\b(?:requires|can(?:no|['’])t (?:run|work|start|go live|ship|launch) without|does not (?:run|work) without|doesn['’]t (?:run|work) without|needs)\b/gi,
  },
  {
    name: 'waits-for',
    type: 'depends_on',
    strength: 'usual',
    pattern: /\b(?:is|are) (?:still )?waiting (?:for|on)\b|\bwaits for\b/gi,
  },
  {
    name: 'dependency-of',
    type: 'depends_on',
    strength: 'clear',
    isReversed: true,
    pattern: /\bis (?:a|one|the main|another|a hard) dependency (?:of|for)\b/gi,
  },
  // Block.
  {
    name: 'blocks',
    type: 'blocks',
    strength: 'clear',
    pattern: /\b(?:blocks|is blocking|are blocking|holds up|is holding up|is a blocker for)\b/gi,
  },
  {
    name: 'blocked-by',
    type: 'blocks',
    strength: 'clear',
    isReversed: true,
    pattern: /\b(?:is|are)(?: still| currently| now)? (?:blocked|held up) (?:by|on)\b/gi,
  },
  // Where.
  {
    name: 'located-in',
    type: 'located_in',
    strength: 'clear',
    pattern:
      /\b(?:is|are)(?: now| still)? (?:located|based|situated|housed|hosted physically|kept|stored) (?:in|at|on)\b|\bsits? (?:in|at|on)\b/gi,
  },
  {
    name: 'is-in',
    type: 'located_in',
    strength: 'loose',
    pattern:
      /\b(?:is|are)(?: now| still)? (?:in|at|on) (?=(?:the |our )?(?:[\p{L}\p{N}-]+ ){0,3}(?:office|building|floor|room|warehouse|plant|basement|lab|hall|campus|site|data cent(?:er|re))\b)/giu,
  },
  {
    name: 'is-in-place',
    type: 'located_in',
    strength: 'loose',
    pattern: /\b(?:is|are) (?:in|at) (?=\p{Lu}\p{Ll}+(?:[.,;!]|$))/gu,
  },
  // Part of.
  {
    name: 'part-of',
    type: 'part_of',
    strength: 'clear',
    pattern:
      /\b(?:is|are)(?: now| also| a)? (?:an? (?:integral )?)?(?:part|module|component|subproject|sub-project|subsidiary|piece|member) of\b|\bbelongs? to\b/gi,
  },
  {
    name: 'consists-of',
    type: 'part_of',
    strength: 'usual',
    isReversed: true,
    pattern: /\b(?:consists? of|is made up of|comprises|is composed of)\b/gi,
  },
  { name: 'includes', type: 'part_of', strength: 'loose', isReversed: true, pattern: /\b(?:includes|contains)\b/gi },
  // Due.
  {
    name: 'due',
    type: 'due',
    strength: 'clear',
    right: 'date',
    pattern:
      /\b(?:is|are)(?: now| still)? due (?:on|by)?|\b(?:must|has to|have to|needs to|is to|should) be (?:finished|done|ready|delivered|live|shipped|completed|handed in) (?:by|on|before)\b|\b(?:goes live|ships|launches|is scheduled for|is planned for|is due for)(?: on)?\b/gi,
  },
  {
    name: 'deadline',
    type: 'due',
    strength: 'clear',
    right: 'date',
    pattern: full(
      `\\b(?:deadline|due date|go-live date|launch date|release date) (?:of|for)\\s+(?<left>${NAME})\\s+(?:is|:|has moved to|moved to|stays)\\s*(?<right>[^;!?]{3,40})`,
    ),
  },
  // Report.
  { name: 'reports-to', type: 'reports_to', strength: 'clear', pattern: /\breports?(?: directly| now)? to\b/gi },
  {
    name: 'managed-by',
    type: 'reports_to',
    strength: 'usual',
    pattern: /['’]s (?:manager|boss|line manager|supervisor) is\b|\bis managed by\b/gi,
  },
  {
    name: 'manager-of',
    type: 'reports_to',
    strength: 'usual',
    isReversed: true,
    pattern: full(
      `(?<left>${NAME})\\s+is (?:the )?(?:manager|boss|line manager|supervisor) of\\s+(?<right>${NAME})(?=$|[.,;:!?()]|\\s+(?:and|but|since|who)\\b)`,
    ),
  },
  {
    name: 'possessive-manager',
    type: 'reports_to',
    strength: 'usual',
    isReversed: true,
    pattern: /\bis (?=[\p{Lu}][\p{L}'’ ]{1,30}['’]s (?:manager|boss|line manager|supervisor)\b)/gu,
  },
  // Suppliers.
  {
    name: 'supplies',
    type: 'supplier_of',
    strength: 'clear',
    pattern: /\b(?:supplies|supply|provides us with|delivers us|is supplying)(?: us with| us)?\b/gi,
  },
  {
    name: 'supplier-for',
    type: 'supplier_of',
    strength: 'clear',
    pattern:
      /\b(?:is|becomes|remains|stays|are)(?: now)? (?:our |the |a )?(?:new |main |only |sole |second )?(?:supplier|vendor|manufacturer|provider) (?:of|for)\b/gi,
  },
  {
    name: 'supplier-of-is',
    type: 'supplier_of',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `\\b(?:supplier|vendor|manufacturer|provider) (?:of|for)\\s+(?<left>${NAME})\\s+${IS}\\s+(?<right>${NAME})(?=$|[.,;:!?()]|\\s+(?:and|but|since|from|so|because|who)\\b)`,
    ),
  },
  {
    name: 'buy-from',
    type: 'supplier_of',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `\\b(?:we|i)(?: now| still)? (?:buy|get|order|source|purchase)\\s+(?:all |the |our )?(?<left>${NAME})\\s+from\\s+(?<right>${NAME})(?=$|[.,;:!?()]|\\s+(?:and|but|since|because|for|at|every)\\b)`,
    ),
  },
  {
    name: 'comes-from',
    type: 'supplier_of',
    strength: 'usual',
    isReversed: true,
    pattern: /\b(?:is|are) (?:supplied|delivered|provided|made|manufactured) by\b|\bcomes? from (?=\p{Lu})/gu,
  },
  // Use.
  {
    name: 'uses',
    type: 'uses',
    strength: 'usual',
    pattern:
      /\b(?:uses|is using|are using|runs on|run on|is built (?:on|with)|are built (?:on|with)|is hosted on|is written in|is deployed (?:on|to)|is powered by)\b/gi,
  },
  // Know.
  {
    name: 'expert',
    type: 'knows',
    strength: 'clear',
    pattern:
      /\b(?:is|are) (?:an? |the |our )?(?:\w+ )?(?:experts?|specialists?) (?:on|in|for|at)\b|\bknows? (?:all about|a lot about|everything about|about|most about)\b|\b(?:is|are) (?:very )?(?:familiar|experienced) with\b/gi,
  },
  {
    name: 'ask-about',
    type: 'knows',
    strength: 'usual',
    pattern: full(
      `\\b(?:ask|talk to|ping|check with)\\s+(?<left>\\p{Lu}[\\p{L}'’ ]{1,40}?)\\s+about\\s+(?<right>${NAME})(?=$|[.,;:!?()]|\\s+(?:and|but|because|if|when)\\b)`,
    ),
  },
  // Work.
  {
    name: 'works-on',
    type: 'works_on',
    strength: 'clear',
    pattern:
      /\b(?:works|is working|are working|is busy)(?: together| mainly| mostly)? (?:on|with the|at the)\b|\bhas joined\b|\bjoins\b|\b(?:is|are) assigned to\b/gi,
  },
  // Decide.
  {
    name: 'we-decided',
    type: 'decided',
    strength: 'clear',
    speaker: 'left',
    right: 'rest',
    pattern:
      /\b(?:we|we['’]ve|we have)(?: now| just| finally| all)? (?:decided|agreed|settled)(?: that| to| on|:)\b:?/gi,
  },
  {
    name: 'decided',
    type: 'decided',
    strength: 'usual',
    right: 'rest',
    pattern: /\b(?:has |have )?decided (?:that|to|on)\b/gi,
  },
  // How it stands.
  {
    name: 'status',
    type: 'has_status',
    strength: 'clear',
    right: 'status',
    pattern:
      /\b(?:is|are|has been|was|have been)(?: now| still| currently| again| officially)? (?=(?:delayed|late|behind schedule|postponed|on hold|paused|cancelled|canceled|finished|complete|completed|done|live|at risk|on track|broken|down)(?:\s*$|[.,;!?]|\s+(?:by|until|because|since|due|again|and|for|as|at|but)\b))/gi,
  },
  {
    name: 'slipped',
    type: 'has_status',
    strength: 'usual',
    right: 'status',
    pattern: /\b(?=(?:slipped|slips|is slipping|is running late|has gone live|went live)\b)/gi,
  },
]
