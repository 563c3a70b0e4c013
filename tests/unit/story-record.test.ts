import { expect, test } from 'vitest'
import { readStory } from '../../src/core/story'
import { storyRecord } from '../../src/core/story-record'
import type { Story } from '../../src/core/story-types'
import { fixtureText, storyOf, storyText } from '../support/an-export'

const plain = ({ events, ...rest }: Story) => ({ ...rest, events: [...events] })

test.each([
  ['minimal.json', fixtureText('minimal.json'), undefined],
  ['undated.json', fixtureText('undated.json'), undefined],
  ['everything.json', fixtureText('everything.json'), undefined],
  ['languages.json', fixtureText('languages.json'), 'en'],
  ['languages.json', fixtureText('languages.json'), 'fa'],
  ['the story', storyText(), undefined],
])('%s is the same story once its record is read again', (_name, text, language) => {
  const story = storyOf(text, language)
  const { story: again, issues } = readStory(JSON.stringify(storyRecord(story)))
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(again && plain(again)).toEqual(plain(story))
})
