/*
 * Before the first picture of an embed: the colours and the kind of height that its address asks for. The later scripts would set them
 * after the page has been drawn, and a light frame would flash in a dark article, or a long page in a low frame.
 */
const asked = new URLSearchParams(location.search)
const theme = asked.get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
if (asked.get('resize') === 'fixed') document.documentElement.classList.add('fixed-height')
