import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds what the map draws on into `public/`; the script itself leaves alone what is still fresh. Throws where it fails. */
export function buildBasemap(root: string): void {
  const { status } = spawnSync(process.execPath, [join(root, 'data/basemap/build.mjs')], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The basemap was not built.')
}
