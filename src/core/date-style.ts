/** How dates are written: in sentences of the interface, and where they stand alone. */
export interface DateStyle {
  /** BCP 47, for `Intl`: a regional form of the interface's language. */
  readonly locale: string
  /** BCP 47, for `Intl`: the reader's own language, for dates without words around them. */
  readonly dateLocale: string
  /** `lang` and `dir` for elements with such a date. */
  readonly dateLang: string
  readonly dateDir: 'ltr' | 'rtl'
}

/** Languages written from right to left without a script subtag that says otherwise, and the scripts. */
const RTL =
  /^(ar|arc|ckb|dv|fa|he|iw|khw|ks|mzn|nqo|pnb|ps|sd|syr|ug|ur|yi)\b(?!-(Latn|Cyrl|Deva))|-(Arab|Hebr|Thaa|Nkoo|Syrc|Adlm)\b/

/** The tag without extensions, as `Intl` writes it; null for what is no tag or has no dates in this browser. */
function supported(tag: string): string | null {
  try {
    const { baseName } = new Intl.Locale(tag)
    return Intl.DateTimeFormat.supportedLocalesOf(baseName).length > 0 ? baseName : null
  } catch {
    return null
  }
}

/** The locale with the calendar and the digits of the page's own texts, where its own are others: years must agree everywhere. */
function plain(locale: string): string {
  const { calendar, numberingSystem } = new Intl.DateTimeFormat(locale).resolvedOptions()
  return calendar === 'gregory' && numberingSystem === 'latn' ? locale : `${locale}-u-ca-gregory-nu-latn`
}

/**
 * `wanted`: the reader's languages, best first. A language without a region says nothing about how its dates are written: of the
 * interface's own language only a regional form counts, else `fallback`.
 */
export function dateStyleOf(wanted: readonly string[], fallback: string): DateStyle {
  const tags = wanted.map(supported).filter((tag) => tag !== null)
  const own = new Intl.Locale(fallback).language
  const isOwn = (tag: string): boolean => new Intl.Locale(tag).language === own
  const regional = tags.find((tag) => isOwn(tag) && new Intl.Locale(tag).region !== undefined) ?? fallback
  const [first = regional] = tags
  const alone = isOwn(first) ? regional : first
  return { locale: plain(regional), dateLocale: plain(alone), dateLang: alone, dateDir: RTL.test(alone) ? 'rtl' : 'ltr' }
}
