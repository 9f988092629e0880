import './profiles.css'
import { ChannelId } from '@parley/protocol'
import { useEffect } from 'react'
import { useRoute } from 'wouter'
import { useServices } from '../../app/use-services'
import { conversationPath } from '../conversation/message-path'

/** Who does nothing for so long is away. */
const IDLE_MS = 5 * 60 * 1000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Tells the server which channel is on the screen, and whether somebody is at it. Shows nothing. */
export default function LiveWatch() {
  useActivity()
  useOpenChannel()
  return null
}

function useOpenChannel(): void {
  const { client } = useServices()
  const [, parameters] = useRoute(conversationPath)
  const channelId = ChannelId.safeParse(parameters?.channelId).data ?? null
  useEffect(() => client.openChannel(channelId), [client, channelId])
}

function useActivity(): void {
  const { client } = useServices()
  useEffect(() => {
    let timer = 0
    const rest = () => client.noteActivity(false)
    const act = () => {
      client.noteActivity(true)
      clearTimeout(timer)
      timer = window.setTimeout(rest, IDLE_MS)
    }
    // A hidden page may still be somebody's at work elsewhere on this machine: the pause decides.
    act()
    for (const sign of SIGNS) window.addEventListener(sign, act, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, act)
    }
  }, [client])
}
