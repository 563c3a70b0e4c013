/** Words beside a link to another page, where a frame may not be able to open it. */
export const outwardWords = {
  address: 'Address of the page',
  ifNothingOpens: 'If no page opens, the site around this frame does not allow it. Copy the address:',
  copy: 'Copy link',
  copied: 'Copied',
  byHand: 'Copy it by hand: it is selected',
} as const
