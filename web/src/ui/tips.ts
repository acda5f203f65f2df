// The one box that shows the words of whatever carries `data-tip` (tip.tsx).

const pointed = 400
const gap = 6
const edge = 8

let box: HTMLElement | null = null
let target: HTMLElement | null = null
let timer: ReturnType<typeof setTimeout> | undefined

export function startTips(): () => void {
  const stop = new AbortController()
  const to = { signal: stop.signal, passive: true }
  document.addEventListener('pointerover', (event) => look(event.target, pointed, event), to)
  document.addEventListener('focusin', (event) => look(event.target, 0), to)
  for (const type of ['focusout', 'pointerdown', 'keydown'])
    document.addEventListener(type, hide, to)
  document.addEventListener('scroll', hide, { ...to, capture: true })
  return () => {
    stop.abort()
    hide()
    box?.remove()
    box = null
  }
}

function look(at: EventTarget | null, wait: number, pointer?: PointerEvent): void {
  // A finger that rests shows nothing: it presses.
  if (pointer?.pointerType === 'touch') return
  const next = at instanceof Element ? at.closest<HTMLElement>('[data-tip]') : null
  if (next === target) return
  hide()
  if (!next || (!pointer && !next.matches(':focus-visible'))) return
  target = next
  timer = setTimeout(show, wait)
}

function hide(): void {
  clearTimeout(timer)
  target = null
  if (box) box.hidden = true
}

function show(): void {
  if (!target?.isConnected || !target.dataset.tip) return
  box ??= document.body.appendChild(document.createElement('div'))
  box.className = 'rp-tip'
  box.role = 'tooltip'
  box.hidden = false
  box.textContent = target.dataset.tip
  const by = target.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const beside = target.dataset.tipSide === 'right'
  const x = beside ? by.right + gap : by.left + (by.width - width) / 2
  const above = by.top - height - gap
  const y = beside ? by.top + (by.height - height) / 2 : above < edge ? by.bottom + gap : above
  const most = window.innerWidth - width - edge
  box.style.transform = `translate(${Math.max(edge, Math.min(x, most))}px, ${Math.max(edge, y)}px)`
}
