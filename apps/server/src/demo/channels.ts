import type { DemoChannel } from './demo-channel'
import { engineering } from './talk/engineering'
import { leads } from './talk/leads'
import { marketing } from './talk/marketing'
import { office } from './talk/office'
import { product } from './talk/product'
import { support } from './talk/support'

/** The channels beside the first one. */
export const demoChannels: readonly DemoChannel[] = [product, engineering, support, marketing, office, leads]
