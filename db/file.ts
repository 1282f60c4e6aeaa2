import { mkdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * The file behind a `file:` address, by the one name that all its links and spellings share; its folder is made. Nothing
 * for the address of a server.
 */
export async function databaseFile(url: string): Promise<string | undefined> {
  if (!url.startsWith('file:')) return undefined
  const path = decodeURIComponent(
    url
      .slice('file:'.length)
      .replace(/^\/\/(?:localhost)?(?=\/)/u, '')
      .replace(/[?#].*$/u, ''),
  )
  await mkdir(dirname(path), { recursive: true })
  return realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)))
}
