import { getByRole, queryByRole, waitFor } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { outwardWords } from '../../src/core/words/outward-words'
import { createAddressBox } from '../../src/views/address-box'
import { h } from '../../src/views/dom'

let copied: string[]
let links: readonly [HTMLAnchorElement, HTMLAnchorElement]

/** Two lines with a link each; `refuses` stands for a browser that does not let the page copy. */
function showBox(refuses: boolean) {
  copied = []
  const copy = async (text: string): Promise<boolean> => {
    if (!refuses) copied.push(text)
    return !refuses
  }
  return createAddressBox({ words: outwardWords, copy })
}

beforeEach(() => {
  links = [h('a', { href: 'https://one.example/a' }, 'One'), h('a', { href: 'https://two.example/b' }, 'Two')]
  document.body.replaceChildren(...links.map((link) => h('p', {}, 'As ', link, ' says')))
  // jsdom knows the command as little as a browser that has dropped it.
  document.execCommand = () => false
})

test('the address of the link that was pressed last stands under its line, selected; pressed again it goes', () => {
  const box = showBox(false)
  box.toggle(links[0])
  box.toggle(links[1])
  const field = getByRole<HTMLInputElement>(document.body, 'textbox', { name: outwardWords.address })
  expect(field.closest('p')).toBe(links[1].closest('p'))
  expect(document.activeElement).toBe(field)
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('https://two.example/b')
  box.toggle(links[1])
  expect(queryByRole(document.body, 'textbox')).toBeNull()
})

test.each([
  [false, outwardWords.copied, ['https://one.example/a']],
  [true, outwardWords.byHand, []],
])('a press on “Copy link” says what came of it: refused %s', async (refuses, says, kept) => {
  showBox(refuses).toggle(links[0])
  await userEvent.click(getByRole(document.body, 'button', { name: outwardWords.copy }))
  await waitFor(() => expect(getByRole(document.body, 'status').textContent).toBe(says))
  expect(copied).toEqual(kept)
})
