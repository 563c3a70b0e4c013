/**
 * The absolute address of the folder that the site lies in, with a slash at its end: that of the page, or the one that the build has
 * written on a page in a folder below.
 */
export const siteFolder = (): string => new URL(document.documentElement.dataset.site ?? '.', document.baseURI).href
