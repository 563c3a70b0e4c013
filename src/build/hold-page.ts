/** Throws where the page asks for what its own policy, a sandboxed frame or a reader's privacy forbids. */
export function holdPage(document: Document): void {
  const forbidden = {
    'a style attribute': '[style]',
    'an inline script': 'script:not([src], [type="application/json"], [type="application/ld+json"])',
    'a module script': 'script[type="module"]',
    'a CORS request': '[crossorigin]',
    'a preload of a module': 'link[rel="modulepreload"]',
    // What these two name is never loaded.
    'a file of another site':
      ':is(img, script, iframe, video, audio)[src*="//"], link[href*="//"]:not([rel="canonical"], [rel="alternate"])',
  }
  const found = Object.entries(forbidden).flatMap(([what, selector]) =>
    [...document.querySelectorAll(selector)].slice(0, 3).map((element) => `${what}: ${opening(element)}`),
  )
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((name) => /^on/.test(name)),
  )
  found.push(...handlers.map((element) => `a handler attribute: ${opening(element)}`))
  if (found.length > 0) throw new Error(`The built page holds what it must not:\n  ${found.join('\n  ')}`)
}

function opening(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value.slice(0, 60)}"`)
  return `<${element.localName}${attributes.join('')}>`
}
