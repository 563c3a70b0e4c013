import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { english as words } from '../../src/core/words/words'
import { createDialog } from '../../src/views/dialog'
import { h } from '../../src/views/dom'

function aDialog() {
  let closed = 0
  const opener = h('button', { id: 'opener' }, 'Open it')
  const near = h('p', { id: 'near' }, h('a', { href: '#x' }, 'Near'), opener)
  const options = { id: 'pane', title: 'A pane', words, onClose: () => closed++ }
  const dialog = createDialog(options, new AbortController().signal)
  dialog.body.append(h('button', {}, 'Inside'))
  document.body.replaceChildren(h('button', {}, 'Far'), near, dialog.element)
  opener.addEventListener('click', () => dialog.open())
  return { dialog, opener, near, closings: () => closed }
}

beforeEach(() => document.body.replaceChildren())

test('a dialog bears its title as its name, and focus begins there', async () => {
  const { opener } = aDialog()
  await userEvent.click(opener)
  const dialog = screen.getByRole('dialog', { name: 'A pane' })
  expect(document.activeElement).toBe(within(dialog).getByRole('heading', { level: 2, name: 'A pane' }))
})

test.each([
  ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
  ['Esc', () => userEvent.keyboard('{Escape}')],
])('%s closes it once, and focus goes back to what opened it', async (_, close) => {
  const { dialog, opener, closings } = aDialog()
  await userEvent.click(opener)
  await close()
  expect(dialog.element.open).toBe(false)
  expect(closings()).toBe(1)
  expect(document.activeElement).toBe(opener)
})

test('closed by the page it tells nobody, and gives focus back all the same', async () => {
  const { dialog, opener, closings } = aDialog()
  await userEvent.click(opener)
  dialog.close()
  dialog.close()
  await Promise.resolve()
  expect(closings()).toBe(0)
  expect(document.activeElement).toBe(opener)
})

test('focus goes to what bears the opener’s id where that was drawn anew', async () => {
  const { dialog, opener } = aDialog()
  await userEvent.click(opener)
  const again = h('button', { id: 'opener' }, 'Open it')
  opener.replaceWith(again)
  dialog.close()
  expect(document.activeElement).toBe(again)
})

test('focus goes to what says the same where all around the opener was drawn anew', async () => {
  const { dialog, opener, near } = aDialog()
  const part = h('section', {}, near)
  document.body.prepend(part)
  await userEvent.click(opener)
  part.replaceChildren(h('button', {}, 'Another'), h('button', {}, 'Open it'))
  dialog.close()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open it' }))
})

test('focus goes to what is nearest where the opener is gone', async () => {
  const { dialog, opener } = aDialog()
  await userEvent.click(opener)
  opener.remove()
  dialog.close()
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Near' }))
})

test('focus goes to another part of the page where all around the opener is gone', async () => {
  const { dialog, opener, near } = aDialog()
  const part = h('section', {}, h('button', {}, 'Other'), near)
  document.body.prepend(part)
  await userEvent.click(opener)
  near.remove()
  dialog.close()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Other' }))
})

test('a press inside closes nothing', async () => {
  const { dialog, opener } = aDialog()
  await userEvent.click(opener)
  await userEvent.click(screen.getByRole('button', { name: 'Inside' }))
  expect(dialog.element.open).toBe(true)
})

test('its title can be another', () => {
  const { dialog } = aDialog()
  dialog.setTitle('Another')
  dialog.open()
  expect(screen.getByRole('dialog', { name: 'Another' })).toBe(dialog.element)
})

test('taken off the page while it is open, it leaves nothing behind', async () => {
  const { dialog, opener, closings } = aDialog()
  await userEvent.click(opener)
  dialog.remove()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(closings()).toBe(0)
  expect(document.activeElement).toBe(opener)
})
