/** Every way to write a unit, by the name that it has here. The longest fits first. */
const WRITTEN: Readonly<Record<string, string>> = {
  year: 'years|year|yrs|yr|周年|年',
  month: 'months|month|个月|月',
  week: 'weeks|week|个星期|星期|周',
  day: 'working days|business days|calendar days|days|day|个工作日|工作日|个自然日|自然日|天|日',
  hour: 'hours|hour|hrs|个小时|小时|h',
  minute: 'minutes|minute|mins|min|分钟|分',
  age: 'years old|years of age|周岁|岁',
  cny: 'rmb|cny|yuan|人民币|元|块|¥',
  usd: 'us dollars|dollars|dollar|usd|美元|美金|\\$',
  eur: 'euros|euro|eur|欧元|€',
  gbp: 'pounds|gbp|英镑|£',
  people: 'people|persons|person|employees|participants|guests|个人|人|名|位',
  percent: '%|percent|per cent',
  kilogram: 'kilograms|kilogram|kg|公斤|千克',
  gram: 'grams|g|克',
  tonne: 'tonnes|tons|吨',
  kilometre: 'kilometres|kilometers|km|公里|千米',
  metre: 'metres|meters|m|米',
  degree: '°c|degrees|摄氏度|度',
  piece: 'pieces|items|units|copies|个|件|台|份|箱',
  point: 'points|分数',
}

const NAMES = new Map(
  Object.entries(WRITTEN).flatMap(([name, forms]) =>
    forms.split('|').map((form) => [form.replace('\\', ''), name] as const),
  ),
)

const FORMS = Object.values(WRITTEN)
  .flatMap((forms) => forms.split('|'))
  .sort((a, b) => b.length - a.length)
  // A Latin unit ends with its word: "5 minors" are no minutes.
  .map((form) => (/[a-z]$/.test(form) ? `${form}(?![a-z])` : form))
  .join('|')

/** Source of a pattern for any unit, to be used in lower case. */
export const UNIT = `(?:${FORMS})`

const ANY_UNIT = new RegExp(`(?<![a-z])${UNIT}`, 'g')

/** The unit of a stretch such as `元` or `Amount (EUR)`; undefined where it names none. */
export function unitOf(text: string): string | undefined {
  const [first] = text.toLowerCase().match(ANY_UNIT) ?? []
  return first && NAMES.get(first)
}
