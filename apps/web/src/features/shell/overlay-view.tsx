import { lazyPart } from '../../app/lazy-part'
import { loadTexts, withDocumentTexts, withTexts } from '../../app/texts'
import type { Overlay } from '../../app/use-overlay'
import { AddMembersDialog } from '../channels/add-members-dialog'
import { BrowseDialog } from '../channels/browse-dialog'
import { CreateChannelDialog } from '../channels/create-channel-dialog'
import { EditChannelDialog } from '../channels/edit-channel-dialog'
import { LeaveDialog } from '../channels/leave-dialog'
import { NewDirectDialog } from '../channels/new-direct-dialog'
import { HistoryDialog } from '../collected/history-dialog'
import { CommandsDialog } from '../commands/commands-dialog'
import { JumpDialog } from '../conversation/jump-dialog'
import { GroupDialog } from '../groups/group-dialog'
import { EditScheduledDialog } from '../later/edit-scheduled-dialog'
import { NewReminderDialog } from '../later/new-reminder-dialog'
import { RemindDialog } from '../later/remind-dialog'
import { SendLaterDialog } from '../later/send-later-dialog'
import { SnoozeDialog } from '../later/snooze-dialog'
import { ReportDialog } from '../moderation/report-dialog'
import { AddPersonDialog } from '../people/add-person-dialog'
import { NewPollDialog } from '../polls/new-poll-dialog'
import { ProfileDialog } from '../profiles/profile-dialog'
import { StatusDialog } from '../profiles/status-dialog'
import { ForwardDialog } from '../sharing/forward-dialog'
import { NewTaskDialog } from '../tasks/new-task-dialog'
import { KeysDialog } from './keys-dialog'

/** Finds by names in both languages. */
const Palette = lazyPart(async () => {
  const [palette] = await Promise.all([
    withTexts('graph', () => import('../palette/palette')),
    loadTexts('zh'),
    loadTexts('en'),
  ])
  return palette
})

const AddDocumentDialog = lazyPart(() => withDocumentTexts(() => import('../knowledge/add-document-dialog')))
const CollectionDialog = lazyPart(() => withDocumentTexts(() => import('../knowledge/collection-dialog')))
const SummaryDialog = lazyPart(() => import('../summaries/summary-dialog'))
const AvatarDialog = lazyPart(() => import('../avatars/avatar-dialog'))
const Lightbox = lazyPart(() => import('../files/lightbox'))

/** What lies over the page. A chunk of its own, with all dialogs. */
export default function OverlayView({ overlay }: { overlay: Overlay }) {
  switch (overlay.kind) {
    case 'palette':
      return <Palette />
    case 'status':
      return <StatusDialog />
    case 'profile':
      return <ProfileDialog />
    case 'avatar':
      return <AvatarDialog userId={overlay.userId} />
    case 'group':
      return <GroupDialog groupId={overlay.groupId} />
    case 'report':
      return <ReportDialog message={overlay.message} />
    case 'keys':
      return <KeysDialog />
    case 'create-channel':
      return <CreateChannelDialog />
    case 'new-direct':
      return <NewDirectDialog withUserIds={overlay.withUserIds} />
    case 'browse':
      return <BrowseDialog />
    case 'collection':
      return <CollectionDialog collection={overlay.collection} />
    case 'add-document':
      return <AddDocumentDialog />
    case 'add-person':
      return <AddPersonDialog />
    case 'new-task':
      return <NewTaskDialog {...overlay} />
    case 'new-poll':
      return <NewPollDialog {...overlay} />
    case 'new-reminder':
      return <NewReminderDialog {...overlay} />
    case 'summary':
      return <SummaryDialog {...overlay} />
    case 'commands':
      return <CommandsDialog />
    case 'history':
      return <HistoryDialog message={overlay.message} />
    case 'forward':
      return <ForwardDialog message={overlay.message} />
    case 'edit-channel':
      return <EditChannelDialog channelId={overlay.channelId} />
    case 'send-later':
      return <SendLaterDialog letter={overlay.letter} onScheduled={overlay.onScheduled} />
    case 'edit-scheduled':
      return <EditScheduledDialog scheduled={overlay.scheduled} />
    case 'remind':
      return <RemindDialog message={overlay.message} />
    case 'snooze':
      return <SnoozeDialog reminder={overlay.reminder} />
    case 'pictures':
      return <Lightbox files={overlay.files} index={overlay.index} />
    case 'jump':
      return <JumpDialog channelId={overlay.channelId} />
    case 'leave':
      return <LeaveDialog channel={overlay.channel} />
    case 'add-members':
      return <AddMembersDialog channelId={overlay.channelId} />
  }
}
