import type { Event, Message } from '@parley/protocol'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useNames } from '../../app/use-names'
import { useServices } from '../../app/use-services'
import { messagePath } from '../conversation/message-path'
import { keepProgram } from './keep-program'
import { noticeBody } from './notice-body'
import { readNoticeSettings } from './notice-settings'
import { closeRead, messagesToTell, type Notice, showNotice } from './notices'

/** Registers the service worker, and tells of messages while a page is open. Shows nothing itself. */
export default function NoticesRunner() {
  useServiceWorker()
  useNotices()
  return null
}

function useServiceWorker(): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    const { serviceWorker } = navigator
    if (!serviceWorker || !import.meta.env.PROD) return
    // Without it everything works but notifications and starting without a connection.
    serviceWorker.register('/service-worker.js').catch(() => undefined)
    const stopKeeping = keepProgram(serviceWorker)
    const open = ({ data }: MessageEvent) => {
      if (data?.type === 'open' && typeof data.path === 'string') navigate(data.path)
    }
    serviceWorker.addEventListener('message', open)
    return () => {
      stopKeeping()
      serviceWorker.removeEventListener('message', open)
    }
  }, [navigate])
}

function useNotices(): void {
  const { client, storage } = useServices()
  const names = useNames()
  const latestNames = useRef(names)
  latestNames.current = names
  useEffect(() => {
    const nameOf = (message: Message) => latestNames.current.personById(message.authorId)
    const tell = (events: readonly Event[]) => {
      const { session } = client.getState()
      if (!session || !canNotify()) return
      if (events.some(({ type }) => type === 'read-moved')) closeRead(session).catch(() => undefined)
      if (!readNoticeSettings(storage).isOn) return
      for (const message of messagesToTell(events, session, new Date())) {
        if (isBeforeTheEyes(message)) continue
        const channel = session.channels.get(message.channelId)?.channel
        const place = channel && channel.kind !== 'direct' ? ` · #${channel.name}` : ''
        asNotice(message, nameOf(message) + place)
          .then((notice) => showNotice(notice, storage))
          .catch(() => undefined)
      }
    }
    return client.onEvents(tell)
  }, [client, storage])
}

const canNotify = (): boolean => 'serviceWorker' in navigator && window.Notification?.permission === 'granted'

const isBeforeTheEyes = ({ channelId }: Message): boolean =>
  document.hasFocus() && location.pathname.startsWith(`/c/${channelId}`)

async function asNotice(message: Message, title: string): Promise<Notice> {
  const { channelId, messageNumber, seq } = message
  return { title, body: await noticeBody(message), path: messagePath(message), channelId, messageNumber, seq }
}
