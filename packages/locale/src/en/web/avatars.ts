/** Pictures beside names. */
export const avatars = {
  'web.avatar.title': 'Picture',
  'web.avatar.titleOf': 'Picture of {name}',
  'web.avatar.change': 'Change picture',
  'web.avatar.choose': 'Choose an image',
  'web.avatar.chooseOther': 'Choose another image',
  'web.avatar.hint': 'It is shown beside the name everywhere. JPEG, PNG, WebP, GIF or AVIF.',
  'web.avatar.stage': 'Section of the image: drag it, or move it with the arrow keys',
  'web.avatar.zoom': 'Zoom',
  'web.avatar.save': 'Save picture',
  'web.avatar.remove': 'Remove picture',
  'web.avatar.removed': 'Picture removed.',
  'web.avatar.unreadable': 'This file cannot be shown as an image. Choose another one.',
} as const
