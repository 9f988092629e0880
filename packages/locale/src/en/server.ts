/** What the server itself says to people. */
export const server = {
  'server.assistantName': 'Assistant',
  'server.firstChannel.name': 'general',
  'server.firstChannel.topic': 'For everybody',
  // The assistant's first message: the owner copies the quoted lines.
  'server.welcome': ({ name }: { readonly name: string }) =>
    [
      `Welcome, ${name}. I am Parley, your assistant. Three things to try:`,
      '**1. Ask a question**',
      'Add a document under *Knowledge*, then ask what it says: here with my name, or in a direct message without it.',
      '> @Parley how many days of annual leave do we have?',
      'The answer names its source, and says so when it does not know.',
      '**2. Make a task**',
      `> @Parley please assign the release checklist to ${name}, due by Friday`,
      'The task appears as a card and under *Tasks*. You can undo it.',
      '**3. See why**',
      'Choose *Why?* on any message, or press `W`: you see what was understood, how sure that is, and what it was compared with.',
    ].join('\n\n'),
  // What a browser shows of a message while no page is open.
  'server.push.newMessage': 'New message',
  'server.push.inChannel': '{name} in #{channel}',
  'server.push.test': 'Notifications reach this browser.',
  // In the place of a message that was deleted before it could be imported.
  'server.import.tombstone': 'This message was deleted.',
  // What somebody hears, under four eyes, whose message was reported and judged.
  'server.warning':
    'Somebody who looks after this workspace asks you to mind how you write. One of your messages was reported.',
  'server.warningReason':
    'Somebody who looks after this workspace asks you to mind how you write. One of your messages was reported: {reason}',
  // Titles and reasons of the tasks that the assistant makes.
  'server.task.request': '{request}: {details}',
  'server.task.separator': ', ',
  'server.task.handOff': 'Answer {name}: {words}',
  'server.task.handOffUrgent': 'Urgent: answer {name}: {words}',
  // What the assistant says when the time of a reminder has come.
  'server.review.answer': 'The curated answer to “{title}” expires. Look at it again under Knowledge.',
  'server.review.answered': 'Your question has an answer now: “{title}” Ask me again.',
  'server.review.past': '“{title}” is past its date for review: check before you rely on it.',
  'server.review.document': 'The document “{title}” is due for review. Look at it again under Knowledge.',
  'server.reminder.own': '⏰ Reminder: {text}',
  'server.reminder.from': '⏰ {name} asked me to remind you: {text}',
  'server.reminder.message': 'Go to the message',
  'server.reminder.refused': 'I could not say this in the channel: {words}',
  // What a start tells while it lasts, and when the server listens.
  'server.progress.database': 'starting the database …',
  'server.progress.languageModel': 'starting the language model …',
  'server.progress.fetching': 'fetching the language model, 91 MB (first start only) …',
  'server.progress.training': 'learning the workplace intents (first start only) …',
  'server.progress.stopping': 'stopping …',
  // Why a server goes on without its language model; the stable code stands before it.
  'server.trouble.model_corrupt':
    'the language model is damaged and is not used; messages are understood by their words alone. Delete the file and start again: {detail}',
  'server.trouble.model_unavailable':
    'the language model cannot be had; messages are understood by their words alone. {detail}',
  'server.trouble.encoder_failed':
    'the language model does not start; messages are understood by their words alone. {detail}',
  'server.ready.setupLink': 'Set up your workspace with this one-time link: {link}',
  'server.ready.demoPassword':
    'Demo password, shown only now: {password} (for {owner}, and for {first}, {second} and the others)',
  'server.ready.demoPasswordOfOthers':
    'Demo password, shown only now: {password} (for {first}, {second} and the others)',
  // Why a start failed, one line each; the stable code stands before it.
  'server.start.configuration': 'the configuration is not usable:',
  'server.start.port_in_use': 'the port is taken. Stop the program that uses it, or set PARLEY_PORT to another one.',
  'server.start.address_unavailable': 'this machine does not have the address that PARLEY_HOST names.',
  'server.start.access_denied': 'access was denied: {detail}',
  'server.start.unexpected': 'Parley cannot start: {detail}',
  'server.start.already_running':
    'another Parley (process {pid}) uses this data. Stop it first, or set PARLEY_DATA_DIR to another directory.',
  'server.start.bundled_database_unavailable':
    'no PostgreSQL comes with Parley for {platform}. Set DATABASE_URL to a server of your own.',
  'server.start.bundled_database_failed': 'PostgreSQL did not start: {detail}',
  'server.start.bundled_database_stuck':
    'a PostgreSQL (process {pid}) that an earlier Parley left behind does not end. End it and start again.',
  'server.start.data_version_mismatch':
    'the data in {directory} belong to PostgreSQL {found}; this Parley runs PostgreSQL {needed}.',
  'server.start.data_directory_not_owned':
    'the data in {directory} belong to another user ({owner}). Start Parley as that user.',
  'server.start.data_directory_not_writable': '{directory} cannot be written: {detail}',
  'server.start.data_directory_unreachable':
    'PostgreSQL’s user can reach neither {directory} nor the system directory. Set PARLEY_DATA_DIR to a place it can reach.',
  'server.start.data_missing': '{link} points to {directory}, where there is no database any more.',
  'server.start.disk_full': 'the disk is full. Make space and start again.',
  'server.start.database_unreachable': 'the server of DATABASE_URL cannot be reached: {detail}',
  'server.start.database_too_old': 'PostgreSQL {version} is too old; Parley needs {needed} or newer.',
  'server.start.database_not_utf8':
    'the database is encoded in {encoding}; Parley needs UTF8. Make one with: {command}',
  'server.hooks.switchedOff':
    'The outgoing webhook “{name}” was switched off: nothing has arrived at its address for 24 hours, or the address says that it is gone. You can switch it on again under Integrations.',
} as const
