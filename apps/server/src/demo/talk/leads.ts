import { type DemoChannel, replied, said } from '../demo-channel'

const hiring = 'The budget allows one more engineer this quarter. Firmware or cloud?'

export const leads: DemoChannel = {
  key: 'leads',
  name: '管理组 leads',
  topic: '预算、招聘、优先级 · budget, hiring, priorities',
  kind: 'private',
  language: 'mixed',
  members: ['daniel', 'liNa', 'linYue', 'sophie', 'maria'],
  talk: [
    said(
      '4 16:30',
      'sophie',
      'The numbers of the month are in the folder. Travel is 12 % over plan, because of the trade fair.',
    ),
    said('4 16:36', 'daniel', 'We have two trips in the plan that did not happen. Can they pay for it?'),
    said('4 16:41', 'sophie', 'Yes, that covers most of it. I will move them.'),
    said('3 16:00', 'sophie', hiring),
    replied('3 16:08', 'daniel', hiring, 'Cloud. The silencing and the report wait for the same person.'),
    replied('3 16:12', 'liNa', hiring, '同意，云端更紧。固件明年再看。'),
    replied('3 16:15', 'sophie', hiring, 'Then cloud it is. I will open the position this week.'),
    said('3 16:40', 'linYue', '候选人如果在杭州面试，我来安排会议室和差旅。'),
    said(
      '2 16:25',
      'daniel',
      'About today’s incident: 18 minutes slow, nothing lost. The cause was a report in the day. It is changed already.',
    ),
    said('2 16:31', 'maria', 'The gold customers are informed. Frutas Levante wants it in writing.'),
    said('2 16:33', 'sophie', 'Does the contract say anything about money in such a case?'),
    said('2 16:38', 'maria', 'Only from 30 minutes on. We were at 18.'),
    said('1 16:05', 'liNa', '路线图的优先级已经在产品频道公布，大家没有异议的话就按这个执行。'),
    said('1 16:10', 'daniel', 'No objection from me.'),
    said('1 16:12', 'sophie', 'None from me either. Thank you for the clear summary.'),
    said('1 16:20', 'linYue', '年底盘点定在 12 月的第二周，各部门请指定一位负责人。'),
    said(
      '0 16:02',
      'sophie',
      'Two applications for the cloud position already, both look good. Who can join the first talks?',
    ),
    said('0 16:06', 'daniel', 'I can, any morning next week.'),
    said('0 16:08', 'liNa', '我也可以参加，下午更方便。'),
    said('0 16:11', 'sophie', 'Perfect, I will send invitations.'),
  ],
}
