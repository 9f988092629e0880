export const LATER_PATH = '/scheduled'
export const REMINDERS_PATH = `${LATER_PATH}/reminders`
