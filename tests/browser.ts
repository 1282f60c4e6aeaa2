import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const MINUTE = 60_000

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'Google Chrome',
  'Chromium',
]

/** Where installers put a browser without telling PATH. */
const FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
  'C:\\Program Files\\Google\\Chrome\\Application',
]

/** The browser the tests drive: Playwright's own, an installed one, or one installed now. Without any, the run ends here. */
export function findBrowser(): string {
  // Playwright's workers read the settings again, and inherit what was found.
  process.env['VISAVIS_BROWSER'] ??= playwrights() ?? installed() ?? install()
  return process.env['VISAVIS_BROWSER']
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function installed(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...FOLDERS]
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path))
}

function install(): string {
  console.error('There is no browser for the browser tests. Installing one…')
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  run(process.execPath, [playwright, 'install', 'chromium'])
  const downloaded = playwrights()
  if (downloaded !== undefined) return downloaded

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    const packaged = installed()
    if (packaged !== undefined) return packaged
  }
  console.error('The browser tests need Chromium or Chrome. Install one, or give its path in VISAVIS_BROWSER.')
  process.exit(2)
}

/** Whether it went well shows in what is there afterwards. Standard output belongs to the report of the tests. */
const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 5 * MINUTE })
