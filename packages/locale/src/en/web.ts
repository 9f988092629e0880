/** The web client. */
export const web = {
  'web.connection.connecting': 'Connecting…',
  'web.connection.offline': 'No connection. What you send is kept and goes out by itself.',
  'web.connection.signedOut': 'Your session has ended. Sign in to go on.',
  'web.message.sending': 'Sending…',
  'web.message.failed': 'Not sent',
  'web.message.retry': 'Try again',
  'web.message.discard': 'Discard',
  'web.channel.unread': ({ count }: { readonly count: number }) => `${count} unread`,
} as const
