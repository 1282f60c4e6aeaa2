import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { NotFound } from '../errors.ts'

const { resolve } = createRequire(import.meta.url)
const own = (name: string) => fileURLToPath(new URL(`../../views/static/${name}`, import.meta.url))
const font = (name: string, style: string) => resolve(`@fontsource-variable/${name}/files/${name}-${style}.woff2`)

/** The files a page may ask for, by their public name. */
const ASSETS: Readonly<Record<string, readonly [path: string, type: string]>> = {
  'desk.css': [own('desk.css'), 'text/css; charset=utf-8'],
  'desk.js': [own('desk.js'), 'text/javascript; charset=utf-8'],
  'icon.svg': [own('icon.svg'), 'image/svg+xml'],
  'htmx.js': [resolve('htmx.org/dist/htmx.min.js'), 'text/javascript; charset=utf-8'],
  'source-serif.woff2': [font('source-serif-4', 'latin-wght-normal'), 'font/woff2'],
  'source-serif-ext.woff2': [font('source-serif-4', 'latin-ext-wght-normal'), 'font/woff2'],
  'source-serif-italic.woff2': [font('source-serif-4', 'latin-wght-italic'), 'font/woff2'],
  'inter.woff2': [font('inter', 'latin-wght-normal'), 'font/woff2'],
  'inter-ext.woff2': [font('inter', 'latin-ext-wght-normal'), 'font/woff2'],
}

export const assetRoutes = () =>
  new Hono().use(etag()).get('/:name', async (c) => {
    const asset = ASSETS[c.req.param('name')]
    if (asset === undefined) throw new NotFound()
    const [path, type] = asset
    return c.body(await readFile(path), 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=0, must-revalidate',
    })
  })
