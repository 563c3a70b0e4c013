/**
 * Characters that change how text reads and that nobody sees: bidi controls, tags, C0 and C1 controls, byte order marks.
 * Zero-width joiners and LRM/RLM stay: Persian, Arabic and Hebrew need them.
 */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
const LONE_SURROGATES = /\p{Surrogate}/gu
/** Stacked marks draw over the lines above and below; real languages use up to four. */
const STACKED_MARKS = /(\p{Mn}{4})\p{Mn}+/gu

/** True where `cleanText` removes or replaces characters that nobody sees. */
export const hasHiddenCharacters = (text: string): boolean => text.search(HIDDEN) !== -1 || text.search(LONE_SURROGATES) !== -1

/** Trimmed, NFC, without hidden controls and lone surrogates. Linear in the length of the text. */
export const cleanText = (text: string): string =>
  text.replace(HIDDEN, '').replace(LONE_SURROGATES, '\ufffd').normalize('NFC').replace(STACKED_MARKS, '$1').trim()
