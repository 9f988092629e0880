import { type DemoChannel, replied, said } from '../demo-channel'

const flaky = 'The battery test of firmware 3.4 fails about once in ten runs. Does anybody know why?'
const question = 'Which version of the gateway firmware do the trucks of Nordkühl run?'
const alarm = 'Harbour answers slowly since 15:40: half of the requests take more than five seconds.'

export const engineering: DemoChannel = {
  key: 'engineering',
  name: 'engineering',
  topic: 'Firmware, Harbour, and everything that beeps',
  kind: 'public',
  language: 'en',
  members: ['daniel', 'wangWei', 'zhangMin', 'liNa', 'maria'],
  talk: [
    said('4 15:02', 'daniel', 'Good morning from Berlin. Firmware 3.4 is in freeze from today on: fixes only, please.'),
    said(
      '4 15:05',
      'wangWei',
      'Understood. I have one fix left, the clock drift after a cold start. It will be ready tomorrow.',
    ),
    said('4 15:20', 'zhangMin', flaky),
    replied(
      '4 15:26',
      'wangWei',
      flaky,
      'It waits for a radio that is sometimes still asleep. The test should wait for the wake-up, not for two seconds.',
    ),
    replied(
      '4 15:31',
      'zhangMin',
      flaky,
      'That fits, it only fails in the cold chamber. Can you change it? I will run it a hundred times.',
    ),
    replied('4 15:33', 'wangWei', flaky, 'Yes, before lunch tomorrow.'),
    said('4 16:10', 'maria', question),
    replied('4 16:18', 'daniel', question, 'All 46 gateways run Petrel 2.8, two in the workshop still 2.7.'),
    said('3 15:01', 'wangWei', 'The drift is fixed: 0.4 seconds a day at −20 °C, it was 3.1. Please review.'),
    said(
      '3 15:22',
      'daniel',
      'Reviewed. The table of constants deserves a comment where they were measured, otherwise fine.',
    ),
    said('3 15:40', 'zhangMin', 'A hundred runs of the battery test without a failure. Thank you, Wang Wei.'),
    said('3 16:05', 'liNa', 'Who is the release captain for 3.4?'),
    said('3 16:07', 'daniel', 'I am. The checklist is open, 14 lines; everybody has at least one.'),
    said('2 15:42', 'maria', alarm),
    replied(
      '2 15:44',
      'daniel',
      alarm,
      'Looking. The database is busy with the monthly reports, they should not run in the day.',
    ),
    replied('2 15:49', 'wangWei', alarm, 'I stopped the report job. Response times are coming down.'),
    replied(
      '2 15:58',
      'daniel',
      alarm,
      'Back to normal: 120 milliseconds in the middle. No measurement was lost, 212 alerts went out up to six minutes late.',
    ),
    said(
      '2 16:15',
      'daniel',
      'Decision: reports run at 02:00 Berlin time from now on, with a lower priority. I will write the incident report for Frutas Levante.',
    ),
    said(
      '1 15:05',
      'zhangMin',
      'The cold chamber run has begun; 48 hours at −30 °C, so the result comes the day after tomorrow.',
    ),
    said(
      '1 15:30',
      'liNa',
      'Could somebody explain the new excursion rule in two sentences? I need it for the release notes.',
    ),
    said(
      '1 15:36',
      'wangWei',
      'An alert used to start after ten minutes outside the range. Now each product can have its own delay, from one to sixty minutes.',
    ),
    said('1 15:37', 'liNa', 'Perfect, that is the sentence. Thanks!'),
    said(
      '0 15:10',
      'daniel',
      'Three lines of the checklist are open: calibration records, release notes, and the staging gateways.',
    ),
    said('0 15:14', 'wangWei', 'I take the gateways. The calibration records need Zhang Min’s list first.'),
    said(
      '0 15:16',
      'zhangMin',
      'The list is in the shared folder since noon; 23 loggers, two of them expire this month.',
    ),
    said(
      '0 15:20',
      'daniel',
      'Then go or no go is the day after tomorrow at 16:00. Please be there, Li Na and Zhang Min.',
    ),
  ],
}
