import { previewText } from '../core/preview-text'
import type { Story } from '../core/story-types'
import { english } from '../core/words/words'

/** A picture of the story that the build makes for link cards. */
export interface Preview {
  /** Below the site, without a slash before it. */
  readonly path: string
  readonly width: number
  readonly height: number
}

/** For Open Graph. */
export const CARD_PREVIEW: Preview = { path: 'preview/story-1200x630.png', width: 1200, height: 630 }
/** For oEmbed and for Twitter's large card. */
export const WIDE_PREVIEW: Preview = { path: 'preview/story-1200x675.png', width: 1200, height: 675 }

/** The `<meta>` of the full page that holds the address of the wide one, relative to the site; absent where there is none. */
export const PICTURE_META = 'parley-picture'

/** What the pictures show, in words: the `alt` of both wherever they stand. */
export const previewAlt = (story: Story): string => previewText(story, english)
