/** One text for every error code: what is the matter, and what to do. */
export const errors = {
  'error.invalid_request': 'Something in this request is missing or wrong. Check what you entered and try again.',
  'error.malformed_json': 'This request could not be read: it is not valid JSON.',
  'error.invalid_encoding': 'This text is not valid UTF-8. Save it as UTF-8 and try again.',
  'error.text_too_long': 'This text has {length} characters; the limit is {limit}. Shorten it or split it up.',
  'error.text_not_storable': 'This text contains a character that cannot be stored. Paste it again as plain text.',
  'error.unauthenticated': 'You are not signed in, or your session has ended. Sign in to go on.',
  'error.invalid_credentials': 'E-mail address or password is not right. Check both and try again.',
  'error.cross_site_rejected': 'This request came from another site and was refused. Open Parley itself and try again.',
  'error.forbidden': 'You are not allowed to do this. An administrator can help you.',
  'error.not_a_member': 'You are not a member of this channel. Join it first, or ask a member to add you.',
  'error.posting_restricted': 'Only moderators begin conversations in this channel. You can reply in a thread.',
  'error.account_suspended': 'This account is suspended for a while. An administrator can tell you more.',
  'error.account_closed': 'This account has been deactivated. An administrator can open it again.',
  'error.missing_scope': 'This token may not do this: it lacks the scope {scope}. Make one that has it.',
  'error.too_many_tokens': 'There are {limit} tokens already. Revoke one that is no longer used.',
  'error.command_name_taken': 'There is a command with this name already. Choose another one.',
  'error.command_failed':
    'The service behind this command did not answer in time, or not properly. Nothing was posted.',
  'error.too_many_answers':
    'This command cannot be answered any more: it is too long ago, or was answered {limit} times.',
  'error.setup_token_invalid':
    'This set-up link is not valid. Use the newest one that the server printed when it started.',
  'error.not_found': 'This does not exist, or you may not see it.',
  'error.method_not_allowed': 'This address does not answer this kind of request. Queries use GET, commands use POST.',
  'error.setup_already_done': 'This workspace is set up already. Sign in instead.',
  'error.email_taken': 'There is an account with this e-mail address already. Use another one.',
  'error.channel_name_taken': 'There is a channel with this name already. Choose another one.',
  'error.handle_taken':
    'Somebody, a group or the assistant goes by this name, or it calls everybody. Choose another one.',
  'error.poll_closed': 'This poll is closed. Its result stays.',
  'error.report_closed': 'Somebody else has decided on this report already.',
  'error.too_many_reactions': 'A message takes {limit} different emoji at most. Use one of those that are there.',
  'error.time_out_of_range': 'Choose a time that lies ahead, within a year.',
  'error.too_many_planned': 'You have {limit} waiting already. Cancel some before you add more.',
  'error.assistant_absent': 'The assistant is not in this channel. Add it first, so that it can speak here.',
  'error.channel_archived': 'This channel is archived: you can read it, but not write in it.',
  'error.payload_too_large': 'This is too large to be accepted. Make it smaller or split it up.',
  'error.file_too_large':
    '“{name}” is larger than a file may be here: {limitMb} MB. Make it smaller, or send a link to it.',
  'error.upload_out_of_step': 'The upload went on elsewhere in the meantime. Try again.',
  'error.file_incomplete': 'A file of this message has not arrived completely. Upload it again, then send the message.',
  'error.unreadable_image':
    '“{name}” cannot be read as an image, or has more than {limit} million pixels. To send it as it is, pack it into an archive.',
  'error.too_many_uploads':
    'You have uploaded too much that is not sent yet: at most {limitMb} MB in {limit} files. Send or remove some of it first.',
  'error.range_not_satisfiable': 'This part of the file does not exist: the file has {size} bytes.',
  'error.unsupported_media_type': 'This kind of content is not supported here.',
  'error.client_command_id_reused': 'Something else was asked for under this identifier already. Ask for this anew.',
  'error.client_message_id_reused': 'Another message was sent under this identifier already. Send this one anew.',
  'error.unreadable_document':
    'This kind of file cannot be read. Use PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), CSV, e-mail (.eml), HTML, Markdown or text.',
  'error.unreadable_archive':
    'This archive cannot be read. Check that it is the whole file, and of the program that you chose.',
  'error.archive_not_a_zip':
    'This file is no zip, or a damaged one. Export it anew, and choose the zip as it was downloaded.',
  'error.archive_unsafe_path':
    'A file in this zip has a name that leads out of the archive. Nothing of it was imported; make sure where it comes from.',
  'error.archive_too_large':
    'Unpacked, this zip would be far larger than archives of its kind are, as zip bombs are. Nothing more of it was imported.',
  'error.too_many_sockets':
    'Your account has 50 connections open, in browsers and programs. Close some; this page connects again by itself.',
  'error.rate_limited': 'That was too often in a short time. Wait a moment and try again.',
  'error.internal': 'Something went wrong in the server. Try again; if it stays, tell an administrator.',
  'error.database_unavailable': 'The database cannot be reached right now. Try again in a moment.',
  'error.push_unavailable': 'This server sends no notifications to closed pages. An administrator can switch them on.',
  'error.push_endpoint_refused':
    'This address is not a push service that the server may call. Switch notifications off and on again in this browser.',
  'error.hook_address_forbidden':
    'This server may not call this address: it stands in a private network. Administrators can allow it with PARLEY_HOOK_HOSTS.',
  'error.encoder_unavailable': 'Understanding is not available right now. Everything else works; try again later.',
  'error.shutting_down': 'The server is restarting. Try again in a moment.',
  'error.storage_full': 'The server’s disk is full. Nothing was stored; tell an administrator.',
} as const
