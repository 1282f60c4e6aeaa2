import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { languageDetector } from 'hono/language'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { ErrorNote, ErrorPage } from '../views/error.tsx'
import { Conflict, Forbidden, Invalid, NotFound, Problem } from './errors.ts'
import { LANGUAGES } from './messages/index.ts'
import { assetRoutes } from './routes/assets.ts'
import { type Environment, isFragment, shellOf } from './routes/environment.ts'
import { form } from './routes/form.ts'

/** The errors a person can act on, with the status each answers. Any other is a fault of ours: 500. */
const STATUS = [
  [NotFound, 404],
  [Forbidden, 403],
  [Conflict, 409],
  [Invalid, 422],
] as const

const HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [NONCE],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
  },
  referrerPolicy: 'same-origin',
})

const Language = z.object({ language: z.enum(['en', 'fr']), back: z.string().regex(/^\/(?![/\\])/u) })

export function createApp(): Hono<Environment> {
  const app = new Hono<Environment>()
    .use(HEADERS)
    .use(csrf())
    .route('/static', assetRoutes())
    .use(
      languageDetector({
        supportedLanguages: Object.keys(LANGUAGES),
        fallbackLanguage: 'en',
        order: ['cookie', 'header'],
        caches: false,
      }),
    )
    .use(async (c, next) => {
      c.set('messages', LANGUAGES[c.get('language') as keyof typeof LANGUAGES])
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .post('/language', form(Language), (c) => {
      const { language, back } = c.req.valid('form')
      setCookie(c, 'language', language, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
      return c.redirect(back, 303)
    })

  app.notFound(() => {
    throw new NotFound()
  })

  app.onError((error, c) => {
    const [, status] = STATUS.find(([type]) => error instanceof type) ?? [undefined, 500 as const]
    if (status === 500) console.error(error)
    const { m } = shellOf(c)
    const message = error instanceof Problem ? error.say(m) : m.errors.bug
    return c.html(
      isFragment(c) ? <ErrorNote message={message} /> : <ErrorPage shell={shellOf(c)} message={message} />,
      status,
    )
  })

  return app
}
