import type { Precision, When } from './types'
import { exportWords } from './words/export-words'

/** ISO 8601 in UTC; empty for an open end. */
export const isoInstant = (instant: number): string => (Number.isFinite(instant) ? new Date(instant).toISOString() : '')

/** With plain spaces for those that only typesetters tell apart: files are searched and compared, and releases of ICU differ in them. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ')

/** "day", or of an interval whose ends differ "clock time to day". */
export function precisionText({ start, end, startPrecision, endPrecision, interval }: When): string {
  const { precisions, range } = exportWords
  const name = (precision: Precision): string => precisions[precision]
  if (!interval || end !== 'known') return name(start === 'known' ? startPrecision : endPrecision)
  return start !== 'known' || startPrecision === endPrecision
    ? name(endPrecision)
    : range(name(startPrecision), name(endPrecision))
}

/** True where a time is only about right. */
export const isAbout = ({ approximate, qualifier }: When): boolean => approximate || qualifier === '~' || qualifier === '%'

/** Every doubt of a time in words; none for one that is known as it is written. */
export function doubtsOf(when: When): readonly string[] {
  const { doubts } = exportWords
  const { qualifier, occurs, start, end } = when
  return [
    isAbout(when) ? doubts.about : null,
    qualifier === '?' || qualifier === '%' ? doubts.uncertain : null,
    occurs === 'within' ? doubts.within : null,
    start === 'unknown' ? doubts.startUnknown : null,
    start === 'open' ? doubts.startOpen : null,
    end === 'unknown' ? doubts.endUnknown : null,
    end === 'open' ? doubts.endOpen : null,
  ].filter((doubt) => doubt !== null)
}
