// jsdom has no layout, and so nothing to scroll.
Element.prototype.scrollIntoView ??= () => {}

// jsdom knows no modal dialogs. Esc is the browser's own there, and so it is here.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  if (!this.open) return
  this.open = false
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
}
addEventListener('keydown', (event) => {
  const open = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1)
  if (event.key === 'Escape' && !event.defaultPrevented) open?.close()
})
