import { DrizzleQueryError } from 'drizzle-orm'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { languageDetector } from 'hono/language'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { ErrorNote, ErrorPage } from '../views/error.tsx'
import type { Desk } from './desk/desk.ts'
import { refresh } from './desk/refresh.ts'
import { Conflict, Forbidden, Invalid, NotFound, Problem } from './errors.ts'
import { LANGUAGES } from './messages/index.ts'
import type { Auth } from './people/auth.ts'
import { assetRoutes } from './routes/assets.ts'
import { conceptRoutes } from './routes/concepts.tsx'
import { documentRoutes } from './routes/documents.tsx'
import { documentsPage } from './routes/documentsPage.tsx'
import { type Environment, isFragment, shellOf } from './routes/environment.ts'
import { form } from './routes/form.ts'
import { glossaryRoutes } from './routes/glossary.tsx'
import { glossaryImportRoutes } from './routes/glossaryImports.tsx'
import { importRoutes } from './routes/imports.tsx'
import { LOCAL_PATH } from './routes/localPath.ts'
import { MEMORY_UPLOADS, memoryRoutes, projectMemoryRoutes } from './routes/memories.tsx'
import { peopleRoutes } from './routes/people.tsx'
import { signedIn, withPerson } from './routes/person.tsx'
import { projectSettingsRoutes } from './routes/projectSettings.tsx'
import { projectRoutes } from './routes/projects.ts'
import { proposalRoutes } from './routes/proposals.tsx'
import { segmentRoutes } from './routes/segments.tsx'
import { sessionRoutes } from './routes/session.tsx'
import { waiverRoutes } from './routes/waivers.ts'
import { welcomeRoutes } from './routes/welcome.tsx'

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

/** Nothing but our own forms changes anything; a script of another site could send other types without asking first. */
const formsOnly: MiddlewareHandler<Environment> = async (c, next) => {
  const type = c.req.header('content-type')
  const isForm = type === undefined || /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/iu.test(type)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isForm) throw new Forbidden((m) => m.errors.guard)
  await next()
}

/** Bytes. A form holds one segment's text; imports have limits of their own. */
const LARGEST_FORM = 512 * 1024
const WITH_FILES = /^\/(?:documents|glossary\/imports|projects\/\d+\/settings(?:\/preview)?)$/u
const withFiles = (path: string) => WITH_FILES.test(path) || MEMORY_UPLOADS.test(path)

const smallForms = bodyLimit({
  maxSize: LARGEST_FORM,
  onError() {
    throw new Invalid((m) => m.errors.formTooLarge)
  },
})

/** What the log may hold of a fault of ours: a failed query's own message quotes people's texts and tokens. */
const withoutTexts = (error: Error) => (error instanceof DrizzleQueryError ? (error.cause ?? error.name) : error)

const Language = z.object({ language: z.enum(['en', 'fr']), back: z.string().regex(LOCAL_PATH) })

/** The web application over an open desk: every route, and what a refusal looks like. */
export function createApp(desk: Desk, auth: Auth): Hono<Environment> {
  // Browsers say where a form comes from; behind a proxy that is another origin than the one we hear of.
  const publicOrigin = new URL(auth.options.baseURL).origin
  const secure = publicOrigin.startsWith('https:')
  const app = new Hono<Environment>()
    .use(HEADERS)
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
    .route('/static', assetRoutes())
    .use(csrf({ origin: (origin, c) => origin === publicOrigin || origin === new URL(c.req.url).origin }))
    .use(formsOnly)
    .use((c, next) => (withFiles(c.req.path) ? next() : smallForms(c, next)))
    .post('/language', form(Language), (c) => {
      const { language, back } = c.req.valid('form')
      setCookie(c, 'language', language, { path: '/', sameSite: 'Lax', httpOnly: true, secure, maxAge: 31_536_000 })
      return c.redirect(back, 303)
    })

  app
    .use(withPerson(desk.db, auth))
    .route('/', sessionRoutes(auth))
    .route('/welcome', welcomeRoutes(desk.db, auth))
    .use(signedIn)
    .use(async (_, next) => {
      await refresh(desk)
      await next()
    })
    .get('/', async (c) => c.html(await documentsPage(c, desk)))
    .route('/documents', importRoutes(desk))
    .route('/documents', documentRoutes(desk))
    .route('/segments', segmentRoutes(desk))
    .route('/waivers', waiverRoutes(desk))
    .route('/glossary', glossaryRoutes(desk))
    .route('/glossary/concepts', conceptRoutes(desk))
    .route('/glossary/imports', glossaryImportRoutes(desk))
    .route('/glossary/proposals', proposalRoutes(desk))
    .route('/projects', projectRoutes(desk))
    .route('/projects', projectMemoryRoutes(desk))
    .route('/memories', memoryRoutes(desk))
    .route('/projects', projectSettingsRoutes(desk))
    .route('/people', peopleRoutes(desk.db, auth))

  app.notFound(() => {
    throw new NotFound()
  })

  app.onError((error, c) => {
    const { m } = shellOf(c)
    // A guard of the framework's: the request came from another site.
    const guarded = error instanceof HTTPException
    const known = STATUS.find(([type]) => error instanceof type)?.[1]
    const status = guarded ? error.status : (known ?? 500)
    if (status >= 500) console.error(withoutTexts(error))
    const message = guarded ? m.errors.guard : error instanceof Problem ? error.say(m) : m.errors.bug
    return c.html(
      isFragment(c) ? <ErrorNote message={message} /> : <ErrorPage shell={shellOf(c)} message={message} />,
      status,
    )
  })

  return app
}
