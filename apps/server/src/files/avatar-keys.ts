/** Sides of the square, in pixels: beside names, and where a person is looked at; twice what is shown, for dense screens. */
export const AVATAR_PIXELS = { small: 96, large: 256 } as const

export type AvatarSize = keyof typeof AVATAR_PIXELS

export const avatarSizes = Object.keys(AVATAR_PIXELS) as readonly AvatarSize[]

/** Under which key a size of it lies. */
export const avatarKey = (avatarId: string, size: AvatarSize) => `${avatarId}_avatar_${size}`
