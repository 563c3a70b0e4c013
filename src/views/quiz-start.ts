let isStarting = false

/** Called where the reader starts to hide something: the page is about to be made anew, and what they pressed is gone with it. */
export function startHiding(isStarted: boolean): void {
  isStarting = isStarted
}

/** True once after a start. */
export function hasStarted(): boolean {
  const was = isStarting
  isStarting = false
  return was
}
