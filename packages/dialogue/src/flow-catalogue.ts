import type { Flow } from './flow'
import { bookRoom } from './flows/book-room'
import { orderBook } from './flows/order-book'
import { orderItem } from './flows/order-item'
import { reportItTrouble } from './flows/report-it-trouble'
import { requestAccess } from './flows/request-access'
import { requestLeave } from './flows/request-leave'
import { scheduleMeeting } from './flows/schedule-meeting'
import { setReminder } from './flows/set-reminder'
import { submitExpense } from './flows/submit-expense'

/** Every flow the assistant knows. Where two wordings fit a message, the earlier flow takes it. */
export const FLOWS: readonly Flow[] = [
  orderBook,
  bookRoom,
  scheduleMeeting,
  requestLeave,
  submitExpense,
  setReminder,
  requestAccess,
  orderItem,
  reportItTrouble,
]

/** `undefined` for a name that no longer exists: a stored conversation may be older than the program. */
export const findFlow = (name: string): Flow | undefined => FLOWS.find((flow) => flow.name === name)
