import type { Language } from '@parley/protocol'
import expenses from './handbook/expenses.en.md'
import expensesChinese from './handbook/expenses.zh.md'
import glossary from './handbook/glossary.en.md'
import itAccounts from './handbook/it-accounts.zh.md'
import leave from './handbook/leave.en.md'
import leaveChinese from './handbook/leave.zh.md'
import meetingRooms from './handbook/meeting-rooms.zh.md'
import onboarding from './handbook/onboarding.en.md'
import onboardingChinese from './handbook/onboarding.zh.md'
import procurement from './handbook/procurement.zh.md'
import releases from './handbook/releases.en.md'
import remoteWork from './handbook/remote-work.en.md'
import security from './handbook/security.en.md'
import securityChinese from './handbook/security.zh.md'
import systems from './handbook/systems.zh.md'

export interface DemoDocument {
  readonly title: string
  readonly language: Language
  readonly text: string
}

const document = (language: Language, title: string, text: string): DemoDocument => ({ title, language, text })

/** Some of it in both languages, some in one only, as it grows in a company of two languages. */
export const demoHandbook: readonly DemoDocument[] = [
  document('en', 'Travel and expenses', expenses),
  document('zh', '差旅与报销', expensesChinese),
  document('en', 'Leave', leave),
  document('zh', '休假与考勤', leaveChinese),
  document('en', 'Working remotely', remoteWork),
  document('zh', 'IT 与账号', itAccounts),
  document('en', 'Information security', security),
  document('zh', '信息安全', securityChinese),
  document('en', 'Your first month', onboarding),
  document('zh', '新人入职', onboardingChinese),
  document('en', 'Release process', releases),
  document('zh', '采购流程', procurement),
  document('zh', '会议室使用', meetingRooms),
  document('zh', '系统与供应商', systems),
  document('en', 'Products, customers and terms', glossary),
]
