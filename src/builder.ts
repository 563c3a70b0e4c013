import { copyText } from './adapters/clipboard'
import type { LaterViews } from './adapters/later-views'
import { recordPage } from './adapters/record-page'
import { adoptSheet } from './adapters/sheet'
import { siteFolder } from './adapters/site-folder'
import builderCss from './builder.css?inline'
import type { ClaimId, EventId } from './core/types'
import { builderWords } from './core/words/builder-words'
import { reportWords } from './core/words/report-words'
import { naming } from './state/embed-state'
import { encodeQuery } from './state/query'
import { initialState } from './state/state'
import { type BuilderPorts, createBuilder } from './views/embed-builder'
import { createReport } from './views/report'
import type { CreateView } from './views/view'

/* “Embed” and “Report an error” as a classic script of its own: most readers never ask for them. */

/** Size and place of the picture that the build makes for large link cards; what it shows stands in the page where that knows its address. */
const picture = () => ({
  path: 'preview/story-1200x675.png',
  width: 1200,
  height: 675,
  alt: document.querySelector('meta[property="og:image:alt"]')?.getAttribute('content') ?? null,
})
/** Those that the words of the interface are written in. */
const LANGUAGES = [['en', 'English']] as const

/** True where an image comes from this address. */
const hasPicture = (address: string): Promise<boolean> =>
  new Promise((done) => {
    const image = new Image()
    image.onload = () => done(true)
    image.onerror = () => done(false)
    image.src = address
  })

function builderPorts(): BuilderPorts {
  const pinned = document.querySelector('meta[name="parley-pinned"]')?.getAttribute('content') ?? null
  return {
    base: siteFolder(),
    pinned: pinned?.replace(/^\.\//, '') ?? null,
    hasOembed: document.querySelector('link[type="application/json+oembed"]') !== null,
    languages: LANGUAGES,
    picture: picture(),
    copy: copyText,
    hasPicture,
  }
}

const createReportHere: CreateView = (root, context) => {
  const { story, store } = context
  const linkTo = (event: EventId | null, claim: ClaimId | null): string => {
    const initial = initialState(story)
    const asked = event === null ? initial : { ...initial, layers: store.state.layers, selected: event, claim }
    return recordPage() + naming(encodeQuery(story, asked), event, claim)
  }
  return createReport(reportWords, { linkTo, copy: copyText })(root, context)
}

adoptSheet(builderCss)
const builder: LaterViews = { views: [createBuilder(builderWords, builderPorts()), createReportHere] }
Object.assign(window, { parleyBuilder: builder })
