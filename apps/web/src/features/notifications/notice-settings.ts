/** What this browser does while a page is open. */
export interface NoticeSettings {
  readonly isOn: boolean
  readonly hasSound: boolean
}

const KEY = 'parley.notifications'

export function readNoticeSettings(storage: Storage): NoticeSettings {
  const kept = storage.getItem(KEY)
  return { isOn: kept === 'on' || kept === 'silent', hasSound: kept !== 'silent' }
}

export const keepNoticeSettings = (storage: Storage, { isOn, hasSound }: NoticeSettings): void =>
  storage.setItem(KEY, isOn ? (hasSound ? 'on' : 'silent') : 'off')
