/** The page itself, whatever it shows. */
export const app = {
  'web.app.name': 'Parley',
  'web.app.loading': 'Loading',
  'web.app.skip': 'Skip to the content',
  'web.app.back': 'Back',
  'web.app.close': 'Close',
  'web.app.cancel': 'Cancel',
  'web.app.retry': 'Try again',
  'web.app.undo': 'Undo',
  'web.app.copied': 'Copied',
  'web.app.copyRefused': 'The browser does not allow copying. Select the text and copy it yourself.',
  'web.app.code': 'Code',
  'web.app.copyCode': 'Copy the error code',
  'web.app.notFound': 'This page does not exist.',
  'web.app.notFoundHint': 'The link may be old, or you may not be a member of the channel.',
  'web.app.toChannels': 'Go to your channels',
  'web.app.crashed': 'This part of the page stopped working.',
  'web.app.crashedHint': 'Nothing that you sent is lost. Reload the page to go on.',
  'web.app.reload': 'Reload',
  'web.app.notices': 'Notices ({hotkey})',

  'web.form.missing': 'Please fill this in.',
  'web.form.email': 'Enter an email address, such as name@example.org.',
  'web.form.unreadable': 'Enter a complete date, or leave it empty.',
  'web.form.short': 'At least {limit} characters; this has {length}.',

  'web.connection.unreachable': 'The server cannot be reached. Check your connection and try again.',
  'web.connection.offline': 'No connection. What you write is kept and sent when it is back.',
  'web.connection.databaseAway':
    'The database is not available right now. You can read; sending waits until it is back.',
  'web.connection.reconnect': 'Connect now',

  'web.language.zh': '中文',
  'web.language.en': 'English',
  'web.language.label': 'Language',

  'web.theme.system': 'System',
  'web.theme.light': 'Light',
  'web.theme.dark': 'Dark',
  'web.theme.label': 'Theme',
} as const
