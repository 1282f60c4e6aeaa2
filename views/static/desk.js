// Keyboard, caret and unsaved drafts. What an element does with the server is written on the element.
/* global htmx */

const PAUSE = 700
const RETRY = [1000, 2000, 4000, 8000, 15000]

/** The row somebody works in. One that still holds unsaved text stays open behind it until it is saved. */
let current = null

/** The id of the row they go to, which is `current` as soon as it is drawn open. */
let destination = null

/** The id of the row they closed, whose number has the focus, or gets it as soon as the row is drawn closed. */
let closed = null

const boxOf = (form) => form.querySelector('textarea[name=target]')
const statusOf = (form) => form.querySelector('.saved')
const field = (form, name) => form.querySelector(`input[name=${name}]`)
/** `crypto.randomUUID` is not there on a desk reached by plain http over a network. */
const newOperation = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
const keyOf = (form) => `draft:${document.body.dataset.person}:${form.dataset.active}`

/** What the desk knows of an open row: the text last acknowledged, the save not answered yet, and how often it failed. */
const drafts = new WeakMap()

function draftOf(form) {
  if (!drafts.has(form))
    drafts.set(form, { saved: boxOf(form)?.defaultValue ?? '', pending: undefined, failures: 0, timer: 0 })
  return drafts.get(form)
}

const isSaved = (form) => boxOf(form) === null || (boxOf(form).value === draftOf(form).saved && !draftOf(form).pending)

function show(form, state) {
  const status = statusOf(form)
  if (status === null) return
  status.dataset.state = state
  status.textContent = status.dataset[state]
}

function schedule(form, delay) {
  const draft = draftOf(form)
  clearTimeout(draft.timer)
  draft.timer = setTimeout(() => form.isConnected && !isSaved(form) && htmx.trigger(statusOf(form), 'save'), delay)
}

/** Keep what is not saved yet where a reload finds it, with the save that may have reached the server unanswered. */
function keep(form) {
  const { pending } = draftOf(form)
  const draft = { text: boxOf(form).value, base: field(form, 'revision').value, pending }
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(draft))
  } catch {
    // A browser without room for it still sends the text to the server.
  }
}

/** Take away what the server refused earlier; the choice between two texts stays until it is made. */
const forget = (form) => form.querySelector('[id^=refusal] > :not(.overtaken)')?.remove()

function typed(form) {
  forget(form)
  if (isSaved(form)) {
    clearTimeout(draftOf(form).timer)
    localStorage.removeItem(keyOf(form))
    show(form, 'saved')
  } else {
    keep(form)
    show(form, 'unsaved')
    schedule(form, PAUSE)
  }
}

/** A save takes what stands in the box when its turn comes. One not answered goes out again as it was, operation id and all. */
function save(form, send) {
  const draft = draftOf(form)
  draft.pending ??= {
    target: boxOf(form).value,
    revision: field(form, 'revision').value,
    operation: newOperation(),
  }
  keep(form)
  show(form, 'saving')
  return send(new URLSearchParams(draft.pending))
}

function answered(form, status) {
  const draft = draftOf(form)
  if (status === 0 || status === 401 || status === 429 || status >= 500) {
    show(form, 'failed')
    schedule(form, RETRY[Math.min(draft.failures++, RETRY.length - 1)])
    return
  }
  if (draft.failures > 0) forget(form)
  const { target } = draft.pending
  draft.pending = undefined
  draft.failures = 0
  if (status >= 400) {
    show(form, 'unsaved')
    return
  }
  draft.saved = target
  if (isSaved(form)) {
    localStorage.removeItem(keyOf(form))
    show(form, 'saved')
    if (form !== current) close(form)
  } else {
    keep(form)
    show(form, 'unsaved')
    schedule(form, PAUSE)
  }
}

/** The row each save and act is about: an answer may redraw the button that asked before its turn comes. */
const rowOf = new WeakMap()

document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement.closest('form[data-active]')
  if (form === null || !ctx.sourceElement.matches('.saved, button')) return
  rowOf.set(ctx, form)
  // Somebody else may have signed in from another tab meanwhile.
  ctx.request.headers['Desk-Person'] = document.body.dataset.person
  // htmx drops an answer whose target is gone.
  ctx.target = form
  const isSave = ctx.sourceElement.matches('.saved')
  // The queue may have held the request back while the row moved on: what is sent is what stands there now.
  ctx.fetch = (action, request) => {
    const send = (body) => fetch(action, { ...request, body })
    if (isSave) return save(form, send)
    if (draftOf(form).pending) throw new Error('not saved yet')
    const body = new URLSearchParams(new FormData(form))
    const { name, value } = ctx.sourceElement
    if (name) body.set(name, value)
    body.set('operation', newOperation())
    // What is typed from here on would go with the row.
    if (boxOf(form) !== null) boxOf(form).readOnly = true
    return send(body)
  }
})

document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
  const form = rowOf.get(ctx)
  if (form === undefined) return
  if (boxOf(form) !== null) boxOf(form).readOnly = false
  if (ctx.sourceElement.matches('.saved')) answered(form, ctx.response?.status ?? 0)
})

// An act went through: the row is drawn anew, its draft is kept no longer, and the next one opens.
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  const form = rowOf.get(ctx)
  if (form === undefined || ctx.sourceElement.matches('.saved') || ctx.response.status >= 400) return
  localStorage.removeItem(keyOf(form))
  draftOf(form).saved = boxOf(form)?.value ?? ''
  if (form === current) current = destination = null
  const next = ctx.response.headers.get('Desk-Next')
  const [id, at] = next?.split(' ') ?? []
  const goOn = () => {
    if (id === undefined) return numberOf(form.id)?.focus()
    const row = document.getElementById(`segment-${id}`)
    // The answer has come, and the row it draws anew is not in its place yet, or hears nothing yet.
    if (row === form || (row !== null && !row.matches('form, [data-htmx-powered]'))) return requestAnimationFrame(goOn)
    if (row !== null) return open(row)
    const url = new URL(location.href)
    url.searchParams.set('at', at)
    location.assign(url)
  }
  setTimeout(goOn)
})

const numberOf = (row) => document.querySelector(`#${row} .n`)

function open(row) {
  if (row === undefined) return
  destination = row.id
  closed = null
  if (row.matches('form')) focus(row)
  else htmx.trigger(row, 'open')
}

/** Work goes on in an open row; the one left closes as soon as it is saved. */
function enter(form) {
  const former = current
  if (former !== form) selected = { ...NOTHING }
  current = form
  destination = form.id
  closed = null
  if (former !== form && former?.isConnected) leave(former)
}

function leave(form) {
  if (isSaved(form)) close(form)
  else htmx.trigger(statusOf(form), 'save')
}

/** Nothing can be typed in a row on its way out. Its number asks, not the form: the form would send its text in the address. */
async function close(form) {
  const { id } = form
  const starts = 'starts' in form.dataset ? '?starts' : ''
  form.inert = true
  await htmx.ajax('GET', `/segments/${form.dataset.active}${starts}`, {
    source: form.querySelector('.n'),
    target: form,
    swap: 'outerHTML',
  })
  form.inert = false
  // Of several rows on their way out only one had the focus last.
  if (closed === id && document.activeElement === document.body) numberOf(id)?.focus()
}

function focus(form) {
  enter(form)
  const box = boxOf(form)
  const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null')
  const known = draftOf(form)
  if (box !== null && draft !== null && draft.text !== box.value) {
    // What could not be saved last time. If somebody wrote since, saving it shows both.
    box.value = draft.text
    field(form, 'revision').value = draft.base
    known.pending = draft.pending
    htmx.trigger(box, 'input')
  } else if (!isSaved(form)) {
    // Typed before this script was there.
    htmx.trigger(box, 'input')
  }
  box?.setSelectionRange(box.value.length, box.value.length)
  ;(box ?? form.querySelector('button, a'))?.focus({ preventScroll: true })
  form.scrollIntoView({ block: 'nearest' })
}

function insert(text) {
  const box = current && boxOf(current)
  if (!box) return
  box.focus()
  // Deprecated, and the only way into the browser's own undo.
  if (!document.execCommand('insertText', false, text))
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end')
}

/** A tag where the caret is; a pair goes around what is selected, and the caret stays behind the words. */
function insertTag({ open, close }) {
  const box = current && boxOf(current)
  if (!box) return
  const start = box.selectionStart
  const words = box.value.slice(start, box.selectionEnd)
  insert(open + words + close)
  const caret = start + open.length + words.length
  if (words === '') box.setSelectionRange(caret, caret)
}

/** The choice between one's own text and a newer one of somebody else's. */
function decide(button) {
  const form = button.closest('form')
  const panel = button.closest('.overtaken')
  const theirs = panel.querySelector('[data-theirs]').dataset.theirs
  const draft = draftOf(form)
  field(form, 'revision').value = panel.dataset.head
  draft.saved = theirs
  if (button.dataset.keep === 'theirs') {
    boxOf(form).select()
    insert(theirs)
  }
  panel.remove()
  typed(form)
  if (!isSaved(form)) htmx.trigger(statusOf(form), 'save')
  boxOf(form).focus()
}

document.addEventListener('input', ({ target }) => {
  if (!target.matches('form[data-active] textarea[name=target]')) return
  if (!target.value.includes(selected.target)) selected.target = ''
  typed(target.form)
})

document.addEventListener('click', (event) => {
  const { target } = event
  const chip = target.closest('[data-insert]')
  if (chip) return insert(chip.dataset.insert)
  const tag = target.closest('[data-open]')
  if (tag) return insertTag(tag.dataset)
  const choice = target.closest('[data-keep]')
  if (choice) return decide(choice)
  const row = target.closest('.seg:not(.now), .seg .n')?.closest('.seg')
  // A selection within the box is none of the page's.
  if (row === undefined || event.ctrlKey || event.metaKey || event.shiftKey || !getSelection().isCollapsed) return
  event.preventDefault()
  open(row)
})

// Approving is of what was read. What was typed is kept instead, and is no longer that.
document.addEventListener(
  'click',
  (event) => {
    const act = event.target.closest(
      'form[data-active] button[hx-post]:not([hx-post$="/submissions"], [hx-post$="/waivers"])',
    )
    if (act === null || isSaved(act.form)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    htmx.trigger(statusOf(act.form), 'save')
  },
  true,
)

// Back in a row left with unsaved text. The glossary stands beside the row open until now.
document.addEventListener('focusin', ({ target }) => {
  if (!target.matches('form[data-active] textarea[name=target]') || target.form === current) return
  if (!drafts.has(target.form)) return
  enter(target.form)
  htmx.trigger(target, 'input')
})

const neighbour = (step) => {
  const rows = [...document.querySelectorAll('.seg')]
  const here =
    document.getElementById(destination) ?? document.activeElement.closest('.seg') ?? document.getElementById(closed)
  return here === null ? undefined : rows[rows.indexOf(here) + step]
}

document.addEventListener('keydown', (event) => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  const done = () => event.preventDefault()
  const aside = event.target.closest('.aside')
  const menu = document.querySelector('details.menu[open]')
  if (key === 'Enter' && aside && (event.target.matches('input') || ctrlKey || metaKey)) {
    done()
    aside.querySelector('button').click()
  } else if (key === 'Enter' && (ctrlKey || metaKey) && current) {
    done()
    current.querySelector('[data-primary]:not(:disabled)')?.click()
  } else if (altKey && !ctrlKey && !shiftKey && /^Digit[1-9]$/.test(code)) {
    done()
    document.querySelector(`[data-key="${code.at(-1)}"]`)?.click()
  } else if (key === 'F8') {
    done()
    document.querySelector('[data-key="F8"]')?.click()
  } else if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    done()
    open(neighbour(key === 'ArrowDown' ? 1 : -1))
  } else if (key === '/' && !event.target.matches('input, textarea, select')) {
    const search = document.querySelector('[data-search]')
    if (search === null) return
    done()
    search.focus()
  } else if (key === 'Escape' && menu !== null) {
    done()
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus()
    closeMenus()
  } else if (key === 'Escape' && current) {
    done()
    const form = current
    numberOf(form.id).focus()
    current = destination = null
    closed = form.id
    leave(form)
  }
})

// What was last selected in either column of the open row is the term somebody proposes.
const NOTHING = { source: '', target: '' }
let selected = { ...NOTHING }

document.addEventListener('selectionchange', () => {
  if (current === null) return
  const box = boxOf(current)
  const typed =
    box && box === document.activeElement ? box.value.slice(box.selectionStart, box.selectionEnd).trim() : ''
  const words = String(getSelection()).trim()
  const column = getSelection().anchorNode?.parentElement?.closest('.source, .target')
  if (typed !== '') selected.target = typed
  else if (words !== '' && column && current.contains(column))
    selected[column.matches('.source') ? 'source' : 'target'] = words
  else return
  const form = document.querySelector('[data-propose][open] form')
  if (form !== null) fill(form)
})

/** What somebody typed into a field stays; what a selection put there makes way for the next one. */
function fill(form) {
  for (const side of ['source', 'target']) {
    const words = field(form, side)
    if (selected[side] === '' || (words.value !== '' && words.value !== words.dataset.selected)) continue
    words.value = words.dataset.selected = selected[side]
  }
}

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!target.matches('[data-propose][open]')) return
    const form = target.querySelector('form')
    fill(form)
    field(form, 'source').focus()
  },
  true,
)

// A term was proposed: the next one is another.
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches('[data-propose] form') && ctx.response.status < 400) selected = { ...NOTHING }
})

/** Close the menus somebody left, all but the one an element is in. */
function closeMenus(element) {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(element)) menu.open = false
}

document.addEventListener('click', ({ target }) => closeMenus(target))

// A browser opens a file dropped beside its little button, instead of taking it.
document.addEventListener('dragover', (event) => {
  if (event.target.closest('[data-drop]')) event.preventDefault()
})

document.addEventListener('drop', (event) => {
  const zone = event.target.closest('[data-drop]')
  if (zone === null) return
  event.preventDefault()
  zone.querySelector('input').files = event.dataTransfer.files
})

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && current && !isSaved(current)) schedule(current, 0)
})

addEventListener('beforeunload', (event) => {
  if ([...document.querySelectorAll('form[data-active]')].some((form) => !isSaved(form))) event.preventDefault()
})

function drawn(element) {
  const form = element.matches?.('form[data-active]') ? element : element.querySelector?.('form[data-active]')
  if (!form || drafts.has(form)) return
  // Somebody went on before this row was drawn.
  if (destination !== null && destination !== form.id) close(form)
  else focus(form)
}

htmx.onLoad(drawn)
// htmx may have been through the page before this script.
drawn(document.body)
