/** True where the system or the reader of this page asks for less motion. */
export const wantsLessMotion = (): boolean =>
  document.documentElement.dataset.motion === 'less' ||
  (typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches)
