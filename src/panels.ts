import { createFilters } from './views/filters'
import type { Share } from './views/list-share'
import { createPositions } from './views/positions'
import { createTable } from './views/table'
import type { CreateView } from './views/view'

/** What opens beside or over the list as a classic script of its own: the list is what stands first. */
export interface Panels {
  readonly table: CreateView
  readonly positions: CreateView
  filters(share: Share): CreateView
}

const panels: Panels = { table: createTable, positions: createPositions, filters: createFilters }
Object.assign(window, { parleyPanels: panels })
