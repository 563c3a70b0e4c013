/**
 * The address that the site will have, from the text of `PARLEY_SITE`: absolute, https, with a slash at its end. Null where none is
 * given. Throws one sentence on any other text.
 */
export function parseSite(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  const wanted = 'write it whole, such as https://example.org/talks/'
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) throw new Error(`PARLEY_SITE is no address (${text}): ${wanted}.`)
  if (url.protocol !== 'https:') throw new Error(`PARLEY_SITE does not start with https:// (${text}): ${wanted}.`)
  if (url.username !== '' || url.password !== '') throw new Error(`PARLEY_SITE holds a user name or a password: ${wanted}.`)
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text))
    throw new Error(`PARLEY_SITE holds a query or a hash (${text}): ${wanted}.`)
  if (!url.pathname.endsWith('/')) throw new Error(`PARLEY_SITE does not end with a slash (${text}): ${wanted}.`)
  return url.href
}
