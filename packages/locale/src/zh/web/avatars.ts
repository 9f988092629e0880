import type { avatars as english } from '../../en/web/avatars'
import type { Translated } from '../../translated'

/** 名字旁边的头像。 */
export const avatars: Translated<typeof english> = {
  'web.avatar.title': '头像',
  'web.avatar.titleOf': '{name}的头像',
  'web.avatar.change': '更换头像',
  'web.avatar.choose': '选择图片',
  'web.avatar.chooseOther': '换一张图片',
  'web.avatar.hint': '头像会显示在名字旁边。支持 JPEG、PNG、WebP、GIF 和 AVIF。',
  'web.avatar.stage': '截取的部分：拖动图片，或按方向键移动',
  'web.avatar.zoom': '缩放',
  'web.avatar.save': '保存头像',
  'web.avatar.remove': '移除头像',
  'web.avatar.removed': '头像已移除。',
  'web.avatar.unreadable': '这个文件无法作为图片显示，请换一张。',
}
