/**
 * Which borders are drawn dashed and which not at all. The map follows the
 * practice of the United Nations, as far as the data have the line.
 * Sources: notes on the UN Secretariat's world map (Map No. 4170: Line of
 * Control "dotted", Sudan–South Sudan "not yet determined", Falkland Islands
 * "a dispute exists"); UN General Assembly resolution 68/262 (Crimea); Security
 * Council resolutions 242 and 497 (Golan, West Bank, Gaza), 690 (Western
 * Sahara), 1244 (Kosovo), 186 and 541 (Cyprus); names of the lines that WHO's
 * "Detailed Boundary Disputed Borders" layer sets apart.
 */

/**
 * In order, the first that fits holds. `between`: names as the atlases have
 * them, `*` is anyone. `within`: `[west, south, east, north]`, only that part.
 * `draw`: `disputed` is a dashed line, `none` no line, `border` a solid one.
 * `only`: for one atlas alone (`loadWorld`).
 */
export const DISPUTES = [
  // Crimea is Ukraine: no line at Perekop. Natural Earth's own view has one.
  { between: ['Russia', 'Ukraine'], within: [32.4, 45.2, 36.7, 46.6], draw: 'none' },
  // Natural Earth draws the berm, not the boundary: see WESTERN_SAHARA_LINE.
  { between: ['Morocco', 'W. Sahara'], draw: 'none', only: 'large' },
  { between: ['Morocco', 'W. Sahara'], draw: 'disputed' },
  // Line of Control; the working boundary at Sialkot and all south of it stay solid.
  { between: ['India', 'Pakistan'], within: [73, 32.75, 79, 37], draw: 'disputed' },
  { between: ['*', 'Siachen Glacier'], draw: 'disputed' },
  // Line of Actual Control at Aksai Chin.
  { between: ['China', 'India'], within: [77, 32.3, 80.4, 36], draw: 'disputed' },
  // Ceasefire lines: Golan, West Bank, Gaza, Cyprus, Korea.
  { between: ['Israel', 'Syria'], draw: 'disputed' },
  { between: ['Israel', 'Palestine'], draw: 'disputed' },
  // In Cyprus the northern edge of the buffer zone; its southern edge would be a second line.
  { between: ['Cyprus', 'Cyprus U.N. Buffer Zone'], draw: 'none' },
  { between: ['Dhekelia', 'Cyprus U.N. Buffer Zone'], draw: 'none' },
  { between: ['*', 'N. Cyprus'], draw: 'disputed' },
  { between: ['North Korea', 'South Korea'], draw: 'disputed' },
  { between: ['Kosovo', 'Serbia'], draw: 'disputed' },
  { between: ['S. Sudan', 'Sudan'], draw: 'disputed' },
  // Bir Tawil and the Hala'ib triangle: the data have the line of 1899 only.
  { between: ['Egypt', 'Sudan'], within: [33.18, 21, 38, 24], draw: 'disputed' },
  // Not between states, or not known to the United Nations as a border.
  { between: ['Somalia', 'Somaliland'], draw: 'none' },
  { between: ['Baikonur', '*'], draw: 'none' },
  { between: ['USNB Guantanamo Bay', '*'], draw: 'none' },
  { between: ['China', 'Hong Kong'], draw: 'none' },
  { between: ['China', 'Macao'], draw: 'none' },
  { between: ['Hong Kong', '*'], draw: 'none' },
  { between: ['Macao', '*'], draw: 'none' },
]

/**
 * Northern boundary of Western Sahara: the parallel of 27°40′ N from the
 * Atlantic to 8°40′ W (in Natural Earth's data the corner is 1.5 km off).
 * Source: the Visionscarto atlas has this line; Franco-Spanish convention of 1912.
 */
export const WESTERN_SAHARA_LINE = { lat: 27 + 40 / 60, west: -13.4, east: -8.6815 }

const fits = (rule, owners, size) => {
  if (rule.only && rule.only !== size) return false
  const [a, b] = rule.between
  const is = (name, owner) => name === '*' || name === owner
  return (is(a, owners[0]) && is(b, owners[1])) || (is(a, owners[1]) && is(b, owners[0]))
}

/** The part of segment a–b inside bounds as `[t0, t1]`, or null (Liang–Barsky). */
function spanInside(a, b, [west, south, east, north]) {
  const low = [west, south]
  const high = [east, north]
  let [t0, t1] = [0, 1]
  for (const axis of [0, 1]) {
    const d = b[axis] - a[axis]
    if (d === 0) {
      if (a[axis] < low[axis] || a[axis] > high[axis]) return null
      continue
    }
    const t = [(low[axis] - a[axis]) / d, (high[axis] - a[axis]) / d].sort((x, y) => x - y)
    t0 = Math.max(t0, t[0])
    t1 = Math.min(t1, t[1])
  }
  return t0 < t1 ? [t0, t1] : null
}

/** Cuts a line at bounds: `{ inside, outside }`, each a list of lines. */
export function splitByBounds(line, bounds) {
  const parts = { inside: [], outside: [] }
  let open = null
  const add = (side, from, to) => {
    if (open?.side !== side) {
      open = { side, line: [from] }
      parts[side].push(open.line)
    }
    open.line.push(to)
  }
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    const at = (t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
    const span = spanInside(a, b, bounds)
    if (!span) {
      add('outside', a, b)
      continue
    }
    const [t0, t1] = span
    if (t0 > 0) add('outside', a, at(t0))
    add('inside', t0 > 0 ? at(t0) : a, t1 < 1 ? at(t1) : b)
    if (t1 < 1) add('outside', at(t1), b)
  }
  return parts
}

/** Sorts the line between two owners into `{ border, disputed, none }`, lists of lines; `size` as in `loadWorld`. */
export function sortLine(line, owners, size) {
  const sorted = { border: [], disputed: [], none: [] }
  let rest = [line]
  for (const rule of DISPUTES) {
    if (!fits(rule, owners, size)) continue
    if (!rule.within) {
      sorted[rule.draw].push(...rest)
      return sorted
    }
    const parts = rest.map((one) => splitByBounds(one, rule.within))
    sorted[rule.draw].push(...parts.flatMap((part) => part.inside))
    rest = parts.flatMap((part) => part.outside)
  }
  sorted.border.push(...rest)
  return sorted
}
