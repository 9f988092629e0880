import type { Situation, Slot } from '../understanding'
import type { TaskRequest } from './read-request'

interface Assignee {
  /** Null when nobody is named, or when the name fits several people. */
  readonly id: string | null
  readonly slot: Slot | null
}

const NOBODY: Assignee = { id: null, slot: null }

/** Who is to do it: the person named, the speaker ("I'll …"), or whoever the message calls by name ("you"). */
export function resolveAssignee(
  request: TaskRequest,
  message: string,
  slots: readonly Slot[],
  situation: Situation,
): Assignee {
  if (request.person !== null) return ofSlot(request.person)
  if (request.addressee === 'speaker') return { id: situation.speakerId, slot: null }
  if (request.addressee !== 'addressed') return NOBODY
  const called = slots.filter((slot) => isCalled(slot, message) && slot.end <= (request.titleSpan?.start ?? 0))
  const ids = new Set(called.map((slot) => ofSlot(slot).id))
  return ids.size === 1 && called[0] ? ofSlot(called[0]) : NOBODY
}

function ofSlot(slot: Slot): Assignee {
  const ids = slot.value.type === 'person' ? slot.value.personIds : []
  return { id: ids.length === 1 ? (ids[0] ?? null) : null, slot }
}

/** 王伟，… or @Tom or "Hi Tom": called out, not merely mentioned. */
function isCalled(slot: Slot, message: string): boolean {
  if (slot.value.type !== 'person') return false
  const isMention = slot.text.startsWith('@')
  const before = message.slice(0, slot.start)
  const after = message.slice(slot.end, slot.end + 6)
  return (
    isMention ||
    (/(?:^|[.!?。！？\n]|\b(?:hi|hey|hello|thanks|ok)|你好|谢谢|辛苦)\s*$/i.test(before) &&
      /^(?:同学|老师|你好|您好)?\s?[,，:：!！.。]/.test(after))
  )
}
