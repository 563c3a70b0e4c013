/*
 * What WordPress makes of the markup of a provider that it does not know: `wp_filter_oembed_result` with `wp_kses`, re-implemented
 * from their description as far as this markup goes. Source: wp-includes/embed.php and kses.php of WordPress 6.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: ['data-secret'],
  iframe: [...['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'], 'data-secret'],
}

/** Tags and attributes that are not allowed are taken out; the text between tags stays, that of a script too. */
export function kses(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi, (_tag, slash, name, rest) => {
      const allowed = ALLOWED[String(name).toLowerCase()]
      if (!allowed) return ''
      if (slash) return `</${name}>`
      const attributes = [...String(rest).matchAll(/([\w-]+)\s*=\s*("[^"]*"|'[^']*')/g)]
      const kept = attributes.filter(([, key = '', value = '']) => allowed.includes(key.toLowerCase()) && isSafe(key, value))
      return `<${name}${kept.map(([attribute]) => ` ${attribute}`).join('')}>`
    })
}

const isSafe = (key: string, value: string): boolean =>
  !['src', 'href'].includes(key.toLowerCase()) || /^["'](https?:|\/|#|[^:]*$)/i.test(value)

/** The markup as a WordPress page shows it; null where WordPress shows a plain link instead. */
export function wordpress(html: string, secret: string): string | null {
  const match = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kses(html))
  if (!match?.[2]) return null
  const quotation = match[1] ?? ''
  const marked = `${quotation}${match[2]}`
    .replace(
      / src=(['"])(.*?)\1/,
      (_all, quote, src) => ` src=${quote}${src}#?secret=${secret}${quote} data-secret=${quote}${secret}${quote}`,
    )
    .replace('<blockquote', `<blockquote data-secret="${secret}"`)
  const hidden = quotation ? ' style="position: absolute; visibility: hidden;"' : ''
  return kses(marked)
    .replace('<blockquote', '<blockquote class="wp-embedded-content"')
    .replace(/<iframe/i, `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden}`)
}
