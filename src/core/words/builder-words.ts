import type { SnippetGap, SnippetKind } from '../snippets'

/** Words of the dialog in which a journalist makes an embed; they come with its script. Numbers and dates come formatted. */
export const builderWords = {
  title: 'Embed this story',
  choices: 'What it shows',
  start: 'Opens at',
  starts: {
    opening: 'The story’s opening',
    view: 'This view, as the page shows it now',
    event: (title: string): string => `The open event: ${title}`,
  },
  parts: 'Views',
  partNames: { map: 'Map', timeline: 'Timeline', list: 'List of events' },
  onePart: 'One view has to stay.',
  theme: 'Colours',
  themes: { auto: 'As the reader’s system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  height: 'Height',
  heights: {
    auto: 'As high as its content, where the site listens',
    fixed: 'Always the same; the views scroll inside',
  },
  heightField: 'Height in pixels',
  px: 'px',
  heightWrong: (least: string, most: string): string => `Give a whole number from ${least} to ${most}.`,
  version: 'Version',
  versions: {
    living: 'Living: corrections and later editions reach it',
    pinned: (number: string, day: string | null): string =>
      `Pinned: edition ${number}${day === null ? '' : ` of ${day}`}, for good. Corrections do not reach it; it says so itself`,
  },
  noPinned: 'It cannot be pinned: the story’s file names no edition.',

  snippets: 'What to paste',
  kind: 'For',
  kinds: {
    listener: 'A site that takes HTML and script',
    frame: 'A site that takes frames only, or sizes frames itself',
    pym: 'A site that runs pym.js',
    amp: 'An AMP page',
    oembed: 'WordPress, Ghost: an address on a line of its own',
    picture: 'A site without frames: a picture with a link',
    link: 'Anywhere: a plain link',
  } satisfies Record<SnippetKind, string>,
  notes: {
    listener: 'The frame grows and shrinks with its content. The script is these few lines and asks nobody else.',
    frame:
      'Sites with a listener for frames of Datawrapper, NPR, iframe-resizer or H5P size it. Elsewhere it keeps the height given here and scrolls inside.',
    pym: 'pym.js makes the frame and gives it its height. Bring your own pym.js, 1.3.2 or later: older versions have a security hole.',
    amp: 'Needs the script of amp-iframe in the head. Until the frame is there, a picture or a link stands in for it.',
    oembed:
      'The site looks at the address and makes the frame. It opens at the story’s opening, in the living version: the choices of view do not reach it.',
    picture: 'The picture shows the story’s opening and is made anew with each edition. Save a copy to keep it as it is.',
    link: 'Leads to the full page, or to the pinned version.',
  } satisfies Record<SnippetKind, string>,
  gaps: {
    'height-fixed': 'This takes its height from its content. Choose “As high as its content”, or the frame without a script.',
    'no-oembed':
      'This copy of the story names no address that sites could ask (oEmbed): whoever publishes it has to build it with its own address. Paste a frame instead.',
    'oembed-is-living': 'Sites that ask for an address get the living version. Choose “Living”, or paste a frame.',
    'picture-is-living':
      'The picture is made anew with each edition, so there is none of a pinned version. Choose “Living”, or paste a plain link.',
    'no-picture': 'This copy of the story has no picture. Paste a plain link instead.',
  } satisfies Record<SnippetGap, string>,
  code: 'Markup to paste',
  address: 'Address to paste',
  copy: 'Copy',
  copied: 'Copied.',
  byHand: 'This browser does not let the page copy. The text is selected: copy it with Ctrl+C, ⌘C or a long press.',
  notPublished: (address: string): string =>
    `These lines name this copy, ${address}. Open the page where it is published to get lines that work for others.`,

  sandbox: 'If your site puts frames in a sandbox or has a policy',
  sandboxText:
    'With allow-scripts alone list, timeline and map work; links to sources cannot open and show their address instead. With the words below everything works. That is safe as long as the story comes from another domain than your site’s.',
  sandboxCode: 'Sandbox attribute',
  policyText: 'A content security policy needs this source of frames:',
  policyCode: 'Policy directive',

  preview: 'Preview',
  previewFrame: 'Preview of the embed',
  widths: 'Width of the place',
  widthNames: { 360: 'Phone', 650: 'Column', 900: 'Full' } as Readonly<Record<number, string>>,
  width: (name: string, width: string): string => `${name}, ${width} px`,
  /** `scale` is a percentage, null where it is drawn at its own size. */
  size: (width: string, height: string, scale: string | null): string =>
    `${width} × ${height} px${scale === null ? '' : `, drawn at ${scale}`}`,
}

export type BuilderWords = typeof builderWords
