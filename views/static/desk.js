// Keyboard, caret and unsaved drafts. What an element does with the server is written on the element.
/* global htmx */

const PAUSE = 700
const RETRY = [1000, 2000, 4000, 8000, 15000]

/** The row somebody works in. One that still holds unsaved text stays open behind it until it is saved. */
let current = null

const boxOf = (form) => form.querySelector('textarea[name=target]')
const statusOf = (form) => form.querySelector('.saved')
const field = (form, name) => form.querySelector(`input[name=${name}]`)
const keyOf = (form) => `draft:${document.body.dataset.person}:${form.dataset.active}`

/** What the desk knows of an open row: the text last acknowledged, the save not answered yet, and how often it failed. */
const drafts = new WeakMap()

function draftOf(form) {
  if (!drafts.has(form))
    drafts.set(form, { saved: boxOf(form)?.value ?? '', pending: undefined, failures: 0, timer: 0 })
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

function typed(form) {
  const text = boxOf(form).value
  localStorage.setItem(keyOf(form), JSON.stringify({ base: field(form, 'revision').value, text }))
  if (isSaved(form)) {
    clearTimeout(draftOf(form).timer)
    show(form, 'saved')
  } else {
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
    operation: field(form, 'operation').value,
  }
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
    show(form, 'unsaved')
    schedule(form, PAUSE)
  }
}

document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement.closest('form[data-active]')
  if (form === null || ctx.sourceElement.matches('textarea')) return
  const isSave = ctx.sourceElement.matches('.saved')
  // The queue may have held the request back while the row moved on: what is sent is what stands there now.
  ctx.fetch = (action, request) => {
    const send = (body) => fetch(action, { ...request, body })
    if (isSave) return save(form, send)
    if (draftOf(form).pending) throw new Error('not saved yet')
    const body = new URLSearchParams(new FormData(form))
    if (boxOf(form) !== null) draftOf(form).sent = boxOf(form).value
    return send(body)
  }
})

document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement.closest('form[data-active]')
  if (form !== null && ctx.sourceElement.matches('.saved')) answered(form, ctx.response?.status ?? 0)
})

// An act went through: the row is drawn anew, its draft is kept no longer, and the next one opens.
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement.closest('form[data-active]')
  if (form === null || ctx.sourceElement.matches('.saved, textarea') || ctx.response.status >= 400) return
  localStorage.removeItem(keyOf(form))
  draftOf(form).saved = boxOf(form)?.value ?? ''
  const next = ctx.response.headers.get('Desk-Next')
  if (next === null) return
  const [id, at] = next.split(' ')
  setTimeout(() => {
    const row = document.getElementById(`segment-${id}`)
    if (row !== null) return open(row)
    const url = new URL(location.href)
    url.searchParams.set('at', at)
    location.assign(url)
  })
})

function open(row) {
  if (row === null || row === undefined || row.matches('form')) return row?.matches('form') && focus(row)
  const former = current
  current = null
  if (former?.isConnected) leave(former)
  htmx.trigger(row, 'open')
}

function leave(form) {
  if (isSaved(form)) close(form)
  else htmx.trigger(statusOf(form), 'save')
}

function close(form) {
  const starts = 'starts' in form.dataset ? '?starts' : ''
  return htmx.ajax('GET', `/segments/${form.dataset.active}${starts}`, {
    source: form,
    target: form,
    swap: 'outerHTML',
  })
}

function focus(form) {
  current = form
  const box = boxOf(form)
  const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null')
  draftOf(form)
  if (box !== null && draft !== null && draft.text !== box.value) {
    // What could not be saved last time. If somebody wrote since, saving it shows both.
    box.value = draft.text
    field(form, 'revision').value = draft.base
    typed(form)
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

/** The choice between one's own text and a newer one of somebody else's. */
function decide(button) {
  const form = button.closest('form')
  const panel = button.closest('.overtaken')
  const theirs = panel.querySelector('[data-theirs]').dataset.theirs
  const draft = draftOf(form)
  field(form, 'revision').value = panel.dataset.head
  field(form, 'operation').value = crypto.randomUUID()
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
  if (target.matches('form[data-active] textarea[name=target]')) typed(target.form)
})

document.addEventListener('click', (event) => {
  const { target } = event
  const chip = target.closest('[data-insert]')
  if (chip) return insert(chip.dataset.insert)
  const choice = target.closest('[data-keep]')
  if (choice) return decide(choice)
  const row = target.closest('.seg:not(.now)')
  if (row === null || event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection()) !== '') return
  event.preventDefault()
  open(row)
})

const neighbour = (step) => {
  const rows = [...document.querySelectorAll('.seg')]
  return rows[rows.indexOf(current) + step]
}

document.addEventListener('keydown', (event) => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  const done = () => event.preventDefault()
  if (key === 'Enter' && (ctrlKey || metaKey) && current) {
    done()
    current.querySelector('[data-primary]:not(:disabled)')?.click()
  } else if (altKey && !ctrlKey && !shiftKey && /^Digit[1-9]$/.test(code)) {
    done()
    document.querySelector(`[data-key="${code.at(-1)}"]`)?.click()
  } else if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    done()
    open(neighbour(key === 'ArrowDown' ? 1 : -1))
  } else if (key === 'Escape' && current) {
    done()
    const { id } = current
    const form = current
    current = null
    leave(form)
    setTimeout(() => document.querySelector(`#${id} .n`)?.focus(), 100)
  }
})

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && current && !isSaved(current)) schedule(current, 0)
})

addEventListener('beforeunload', (event) => {
  if ([...document.querySelectorAll('form[data-active]')].some((form) => !isSaved(form))) event.preventDefault()
})

htmx.onLoad((element) => {
  const form = element.matches?.('form[data-active]') ? element : element.querySelector?.('form[data-active]')
  if (form && form !== current) focus(form)
})
