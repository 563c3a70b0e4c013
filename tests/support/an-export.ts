import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ExportView, exportView } from '../../src/core/export-view'
import { readStory } from '../../src/core/story'
import type { Story } from '../../src/core/story-types'
import { english } from '../../src/core/words/words'
import { type AppState, initialState } from '../../src/state/state'

export const ADDRESS = 'https://parley.example/?e=geneva-round-3'

/** What is exported of a story as it opens, or as `patch` filters it. */
export const anExport = (story: Story, patch: Partial<AppState> = {}, address: string | null = ADDRESS): ExportView =>
  exportView(
    story,
    { ...initialState(story), ...patch },
    { words: english, address, linkTo: address === null ? null : (id) => `https://parley.example/?e=${id}` },
  )

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')

/** The text of the story that the site is built from. */
export const storyText = (): string => read('data/us-iran-2026.json')

/** That story, or one of the fixtures, such as `everything.json`. Throws where it gives none. */
export function storyOf(text: string, language?: string): Story {
  const { story } = readStory(text, language)
  if (story === null) throw new Error('the file gives no story')
  return story
}
export const ourStory = (): Story => storyOf(storyText())
export const fixtureText = (name: string): string => read(`tests/fixtures/good/${name}`)
/** With every layer on the page. */
export const allLayers = (story: Story): Partial<AppState> => ({ layers: new Set(story.layers.keys()) })
