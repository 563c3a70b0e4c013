/** True where the page was built for frames: `embed.html` and the pinned editions. */
export const isEmbed = (): boolean => document.documentElement.dataset.embed !== undefined
