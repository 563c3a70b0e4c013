export interface Roving {
  /** What the group holds may have changed. */
  refresh(): void
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One tab stop for every shown element of `group` that carries `data-stop`; arrows, Home and End go among them. */
export function createRoving(group: HTMLElement, signal: AbortSignal): Roving {
  let current: HTMLElement | null = null
  const stops = (): HTMLElement[] =>
    [...group.querySelectorAll<HTMLElement>('[data-stop]')].filter((element) => element.closest('[hidden]') === null)
  const refresh = (): void => {
    const all = stops()
    if (current === null || !all.includes(current)) current = all[0] ?? null
    for (const element of all) element.tabIndex = element === current ? 0 : -1
  }
  group.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || target.dataset.stop === undefined) return
      current = target
      refresh()
    },
    { signal },
  )
  group.addEventListener(
    'keydown',
    (event) => {
      const all = stops()
      const index = all.indexOf(event.target as HTMLElement)
      if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return
      const step = STEPS[event.key]
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step === undefined ? null : index + step
      if (next === null) return
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    },
    { signal },
  )
  refresh()
  return { refresh }
}
