import { expect, test } from 'vitest'
import { open } from './support'

for (const width of [320, 390, 650, 820, 1024, 1440]) {
  test(`at ${width} px nothing has to be scrolled sideways`, async () => {
    const { page } = await open({ width, height: 640, touch: width < 640 })
    const { tooWide, elements } = await page.evaluate(() => {
      const root = document.documentElement
      const over = [...document.body.querySelectorAll('*')].filter(
        (each) => each.getBoundingClientRect().right > root.clientWidth + 1,
      )
      return {
        tooWide: root.scrollWidth - root.clientWidth,
        elements: over.slice(0, 5).map((each) => `${each.localName}#${each.id}.${each.getAttribute('class') ?? ''}`),
      }
    })
    expect(tooWide, `beyond the edge: ${elements.join(', ')}`).toBe(0)
  })
}
