import type { AppState } from '../state/state'
import { h } from './dom'
import type { AppStore, ViewContext } from './view'

export interface Tools {
  /** Opens the panel. */
  readonly button: HTMLButtonElement
  /** Stands right after the button. */
  readonly panel: HTMLElement
  update(state: AppState): void
}

interface Tool {
  readonly name: string
  readonly hint: string
  isOn(state: AppState): boolean
  press(store: AppStore): void
}

/** What the map can do besides moving, behind one button: the map itself stays calm. What is on is told under the map. */
export function createTools({ store, words }: ViewContext, tools: readonly Tool[], signal: AbortSignal): Tools {
  const button = h(
    'button',
    { type: 'button', class: 'map-tools-button', 'aria-expanded': 'false', 'aria-controls': 'map-tools', 'data-stop': true },
    words.map.tools,
  )
  const panel = h('div', { class: 'map-tools', id: 'map-tools', role: 'group', 'aria-label': words.map.tools, hidden: true })
  const isOpen = (): boolean => !panel.hidden
  function open(next: boolean): void {
    panel.hidden = !next
    button.setAttribute('aria-expanded', String(next))
  }
  function close(): void {
    const isInside = panel.contains(document.activeElement)
    open(false)
    if (isInside) button.focus()
  }
  const toggles = tools.map((tool, index) => {
    const id = `map-tool-${index}`
    const toggle = h('button', { type: 'button', 'aria-pressed': 'false', 'aria-describedby': id }, tool.name)
    toggle.addEventListener(
      'click',
      () => {
        close()
        tool.press(store)
      },
      { signal },
    )
    panel.append(h('div', { class: 'map-tool' }, toggle, h('p', { id }, tool.hint)))
    return { tool, toggle }
  })

  button.addEventListener('click', () => open(!isOpen()), { signal })
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen()) return
    event.stopPropagation()
    close()
  }
  button.addEventListener('keydown', closeByKey, { signal })
  panel.addEventListener('keydown', closeByKey, { signal })
  panel.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !panel.contains(relatedTarget) && relatedTarget !== button) open(false)
    },
    { signal },
  )
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Node && !panel.contains(target) && !button.contains(target)) open(false)
    },
    { signal },
  )
  return {
    button,
    panel,
    update(state) {
      for (const { tool, toggle } of toggles) toggle.setAttribute('aria-pressed', String(tool.isOn(state)))
    },
  }
}
