// Make sure that what package-lock.json names is installed. Nothing but Node itself is needed to run this.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const OLDEST = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`Vis-à-vis needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(2)
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(root + file, 'utf8')).packages
  } catch {
    return {}
  }
}

const installed = packages('node_modules/.package-lock.json')
const missing = Object.entries(packages('package-lock.json')).some(
  ([path, { version, optional }]) => path !== '' && !optional && installed[path]?.version !== version,
)

if (missing) {
  console.error('Installing what the desk is built from…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  process.exit(status ?? 1)
}
