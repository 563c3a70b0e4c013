import { describe, expect, test } from 'vitest'
import { inlineScript, offlineAddress } from '../../src/build/offline'
import { aStory } from '../support/a-story'

describe('the file that is taken along', () => {
  test('is named by story and edition', () => {
    expect(offlineAddress(aStory({ id: 'talks', edition: { number: 3, published: '2026-11-22' } }))).toBe(
      './offline/talks-edition-3.html',
    )
    expect(offlineAddress(aStory({ id: 'talks' }))).toBe('./offline/talks.html')
  })

  test('a script cannot end its own element, nor begin a comment, and means the same', () => {
    const text = inlineScript('const a = "</script><!-- </SCRIPT>"')
    expect(text).not.toMatch(/<\/script|<!--/i)
    expect(new Function(`${text}; return a`)()).toBe('</script><!-- </SCRIPT>')
  })
})
