import type { GraphEntityKind } from '@parley/protocol'
import {
  Box,
  Building2,
  CalendarDays,
  CircleDot,
  FileText,
  Flag,
  Gavel,
  type LucideIcon,
  MapPin,
  Server,
  Tag,
  User,
} from 'lucide-react'

/** What an entity is, at a glance; its word stands beside it for whoever sees no pictures. */
export const entityIcons: Readonly<Record<GraphEntityKind, LucideIcon>> = {
  person: User,
  project: Flag,
  product: Box,
  organisation: Building2,
  place: MapPin,
  system: Server,
  document: FileText,
  decision: Gavel,
  date: CalendarDays,
  status: CircleDot,
  topic: Tag,
}
