import type { DemoPersonKey } from './people'

export interface DemoTask {
  readonly key: string
  readonly title: string
  readonly by: DemoPersonKey
  readonly assignee: DemoPersonKey
  readonly daysAhead: number
  readonly channel: string
  readonly isDone: boolean
}

const task = (
  key: string,
  title: string,
  [by, assignee]: readonly [DemoPersonKey, DemoPersonKey],
  place: Pick<DemoTask, 'channel' | 'daysAhead'>,
  isDone = false,
): DemoTask => ({ key, title, by, assignee, ...place, isDone })

export const demoTasks: readonly DemoTask[] = [
  task('calibration', '补齐 Skua 3 的校准记录', ['zhangMin', 'wangWei'], { channel: 'engineering', daysAhead: 2 }),
  task('firmware-notes', 'Write the release notes for firmware 3.4', ['daniel', 'liNa'], {
    ...{ channel: 'engineering', daysAhead: 3 },
  }),
  task('booth', '确认展位搭建报价', ['chenJie', 'linYue'], { channel: 'marketing', daysAhead: 4 }),
  task('valencia', 'Send Frutas Levante the incident report', ['maria', 'daniel'], {
    channel: 'support',
    daysAhead: 1,
  }),
  task('projector', '更换三楼会议室的投影仪', ['linYue', 'linYue'], { channel: 'office', daysAhead: -1 }, true),
  task('roadmap', 'Share the first draft of the roadmap', ['liNa', 'liNa'], { channel: 'product', daysAhead: 6 }),
]
