import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type SilenceWatch, watchSilence } from './silence-watch'

describe('the watch over a process that owes an answer', () => {
  let watch: SilenceWatch
  let isAwaiting = true
  const onSilence = vi.fn<() => void>()

  beforeEach(() => {
    vi.useFakeTimers()
    onSilence.mockReset()
    isAwaiting = true
    watch = watchSilence({ limitMs: 1000, isAwaiting: () => isAwaiting, onSilence })
  })
  afterEach(() => {
    watch.stop()
    vi.useRealTimers()
  })

  test('reports a silence that outlasts the limit, and no shorter one', () => {
    vi.advanceTimersByTime(1000)
    expect(onSilence).not.toHaveBeenCalled()
    vi.advanceTimersByTime(250)
    expect(onSilence).toHaveBeenCalledOnce()
  })

  test('starts anew with every sign of life', () => {
    for (let second = 0; second < 5; second++) {
      vi.advanceTimersByTime(900)
      watch.heard()
    }
    expect(onSilence).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1250)
    expect(onSilence).toHaveBeenCalledOnce()
  })

  test('lets a process be silent that owes nothing', () => {
    isAwaiting = false
    vi.advanceTimersByTime(60_000)
    expect(onSilence).not.toHaveBeenCalled()
    isAwaiting = true
    vi.advanceTimersByTime(1250)
    expect(onSilence).toHaveBeenCalledOnce()
  })

  test('says nothing once stopped', () => {
    watch.stop()
    vi.advanceTimersByTime(60_000)
    expect(onSilence).not.toHaveBeenCalled()
  })
})
