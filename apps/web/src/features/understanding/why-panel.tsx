import './why-panel.css'
import { type AppliedRule, type Message, MessageId, type RuleEdge, type Understanding } from '@parley/protocol'
import { Hourglass } from 'lucide-react'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { NotFound } from '../shell/not-found'
import { AttentionSection } from './attention-section'
import { ExamplesSection } from './examples-section'
import { ExplanationSection } from './explanation-section'
import { IntentSection } from './intent-section'
import { LabelSection } from './label-section'
import { ReasonsSection } from './reasons-section'
import { RulesSection } from './rules-section'
import { SegmentsSection } from './segments-section'
import { SlotsSection } from './slots-section'
import { ToneSection } from './tone-section'

const ReplyLinkSection = lazyPart(() => withTexts('replies', () => import('../reply-links/reply-link-section')))

/** "Why?": for the assistant's messages the stored reasons, then what was read out of the message that set it off. */
export default function WhyPanel({ messageId }: { messageId: string }) {
  const id = MessageId.safeParse(messageId).data
  return id ? <Explanation id={id} /> : <NotFound />
}

function Explanation({ id }: { id: MessageId }) {
  const message = useSession((session) => findMessage(session.channels.values(), id))
  const card = message?.card
  const understoodId = card ? card.repliesTo : id
  const understood = useSession((session) =>
    understoodId ? findMessage(session.channels.values(), understoodId) : undefined,
  )
  return (
    <>
      {card && <ReasonsSection card={card} />}
      {message?.answers && (
        <Suspense fallback={null}>
          <ReplyLinkSection message={message} link={message.answers} />
        </Suspense>
      )}
      {understoodId && (
        // What an edited message means is read afresh.
        <UnderstandingSection key={understood?.editedAt} messageId={understoodId} content={understood?.text} />
      )}
    </>
  )
}

function findMessage(
  channels: Iterable<{ readonly window: { readonly messages: readonly Message[] } }>,
  id: string,
): Message | undefined {
  for (const { window } of channels) {
    const found = window.messages.find((message) => message.id === id)
    if (found) return found
  }
  return undefined
}

function UnderstandingSection({ messageId, content }: { messageId: MessageId; content: string | undefined }) {
  const text = useText()
  const { loaded, reload } = useQuery('messages.understanding', { messageId })
  if (loaded.phase === 'loading') return <SkeletonRows height={72} count={5} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { understanding, ruleEdges = [] } = loaded.answer
  if (understanding)
    return <UnderstandingView {...{ understanding, ruleEdges, messageId, content }} onLabelled={reload} />
  return (
    <EmptyState icon={Hourglass} title={text('web.why.none')} hint={text('web.why.noneHint')}>
      <Button onClick={reload}>{text('web.app.retry')}</Button>
    </EmptyState>
  )
}

interface UnderstandingViewProps {
  readonly understanding: Understanding
  readonly ruleEdges: readonly RuleEdge[]
  readonly messageId: MessageId
  readonly content: string | undefined
  readonly onLabelled: () => void
}

function UnderstandingView({ understanding, ruleEdges, messageId, content, onLabelled }: UnderstandingViewProps) {
  const text = useText()
  const labels = understanding.labels ?? []
  return (
    <>
      <p className="why__intro">{text('web.why.intro')}</p>
      <IntentSection
        intent={understanding.intent}
        label={labels.find(({ kind }) => kind === 'intent')}
        rule={understanding.rules?.applied.find(decidesIntent)}
      />
      {understanding.rules && (
        <RulesSection rules={understanding.rules} edges={ruleEdges} isLabelled={labels.length > 0} />
      )}
      <LabelSection messageId={messageId} labels={labels} onLabelled={onLabelled} />
      <ExplanationSection messageId={messageId} content={content} />
      <SlotsSection slots={understanding.slots} content={content} />
      {understanding.intents && content !== undefined && (
        <SegmentsSection segments={understanding.intents} slots={understanding.slots} content={content} />
      )}
      {understanding.tone && <ToneSection tone={understanding.tone} />}
      <section className="panel__section">
        <h3>{text('web.why.language')}</h3>
        <p>{text(understanding.language === 'zh' ? 'web.why.languageZh' : 'web.why.languageEn')}</p>
      </section>
      <ExamplesSection examples={understanding.intent.nearestExamples} />
      <AttentionSection messageId={messageId} />
      <p className="field__hint">
        {text(/^(lexical|none)/.test(understanding.intent.features) ? 'web.why.lexical' : 'web.why.encoder')}
      </p>
    </>
  )
}

/** With or against the model: it is so because the rule says so. */
const decidesIntent = ({ about, strength, outcome }: AppliedRule): boolean =>
  about === 'intent' && strength.kind === 'must' && outcome !== 'overruled'
