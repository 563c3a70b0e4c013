import type { EventId, Instant } from '../core/types'
import { axisHeight } from './timeline-axis'
import { hitOf } from './timeline-hit'
import type { Scene } from './timeline-scene'

export interface PressPort {
  scene(): Scene | null
  readonly coarse: boolean
  /** True after a drag, whose click means nothing. */
  wasDragged(): boolean
  select(id: EventId): void
  toggleLane(id: string): void
  /** Shows a fourth of the window around an instant. */
  zoomTo(at: Instant): void
  instantAt(clientX: number): Instant
}

/** How far from a mark a press still means it. */
const REACH_PX = { fine: 12, coarse: 22 }

/** Presses and keys on marks, folds, open lanes and bins. Gives a function that tells which event a point of the lanes means. */
export function createPress(
  chart: Element,
  port: PressPort,
  signal: AbortSignal,
): (event: MouseEvent, target: Element) => EventId | null {
  /** Folds, open lanes and bins. */
  function act(target: Element, clientX: number | null = null): boolean {
    const lane =
      target.closest('[data-lane]')?.getAttribute('data-lane') ?? target.closest('[data-unfold]')?.getAttribute('data-unfold')
    if (lane !== null && lane !== undefined) {
      port.toggleLane(lane)
      return true
    }
    if (!target.matches('.bins') || clientX === null) return false
    port.zoomTo(port.instantAt(clientX))
    return true
  }
  const idAt = (event: MouseEvent, target: Element): EventId | null => {
    const own = target.closest('[data-id]')?.getAttribute('data-id')
    if (own) return own as EventId
    const scene = port.scene()
    if (!scene) return null
    const box = chart.getBoundingClientRect()
    const x = event.clientX - box.left - scene.plotX
    const y = event.clientY - box.top - axisHeight(scene)
    return hitOf(scene, x, y, Math.max(port.coarse || scene.narrow ? REACH_PX.coarse : REACH_PX.fine, scene.radiusPx))
  }
  chart.addEventListener(
    'click',
    (event) => {
      if (!(event instanceof MouseEvent) || !(event.target instanceof Element) || port.wasDragged()) return
      if (act(event.target, event.clientX) || !event.target.closest('.plot')) return
      const id = idAt(event, event.target)
      if (id !== null) port.select(id)
    },
    { signal },
  )
  chart.addEventListener(
    'keydown',
    (event) => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return
      if (!(event.target instanceof Element) || !event.target.matches('[role="button"]')) return
      event.preventDefault()
      act(event.target)
    },
    { signal },
  )
  return idAt
}
