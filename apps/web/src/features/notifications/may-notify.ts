/** Asks for permission where nobody has answered yet; only after a click. */
export const mayNotify = async (): Promise<boolean> => (await Notification.requestPermission()) === 'granted'
