// What the coach shows in the draft: wavy, dotted, a tick. Marks move with the words while one writes, and what
// comes late is placed where its words are by then.

import { type ChangeDesc, ChangeSet, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Place } from './shown'

// From here on changes are counted: the question of this number about the draft as it stands is on its way.
export const questionBegins = StateEffect.define<number>()
// Its answer, in places of the draft as it stood then.
export const showPlaces = StateEffect.define<{ question: number; places: readonly Place[] }>()
// What has the eye or the caret.
export const light = StateEffect.define<string | null>()

interface Question {
  number: number
  // What was changed since it was asked.
  since: ChangeDesc
}

// One is on its way, one answer may wait until a word is composed; of one before these nobody hears any more.
const mostQuestions = 3

interface Marks {
  places: readonly Place[]
  lit: string | null
  questions: readonly Question[]
  drawn: DecorationSet
}

export const marks = StateField.define<Marks>({
  create: () => ({ places: [], lit: null, questions: [], drawn: Decoration.none }),
  update(before, { changes, docChanged, effects, state }) {
    let { places, lit, questions, drawn } = before
    let isOther = false
    if (docChanged) {
      const stay = follow(places, changes)
      isOther = stay.length < places.length
      places = stay
      questions = questions.map(({ number, since }) => ({
        number,
        since: since.composeDesc(changes.desc),
      }))
      drawn = drawn.map(changes)
    }
    for (const effect of effects) {
      if (effect.is(questionBegins)) {
        const begun = { number: effect.value, since: ChangeSet.empty(state.doc.length).desc }
        questions = [...questions, begun].slice(-mostQuestions)
      } else if (effect.is(showPlaces)) {
        const asked = questions.find(({ number }) => number === effect.value.question)
        if (!asked) continue
        places = follow(effect.value.places, asked.since)
        questions = questions.filter(({ number }) => number > asked.number)
        isOther = true
      } else if (effect.is(light) && effect.value !== lit) {
        lit = effect.value
        isOther = true
      }
    }
    if (isOther) drawn = draw(places, lit, state.doc)
    return { places, lit, questions, drawn }
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
})

// Where the words are now; what was written over is gone.
function follow(places: readonly Place[], changes: ChangeDesc): readonly Place[] {
  return places.flatMap((place) => {
    if (isReplaced(place, changes)) return []
    const from = changes.mapPos(place.from, 1)
    const to = changes.mapPos(place.to, -1)
    return from < to ? [{ ...place, from, to }] : []
  })
}

// All of it made way for something else.
function isReplaced({ from, to }: Place, changes: ChangeDesc): boolean {
  let replaced = false
  changes.iterChangedRanges((begin, end) => {
    if (begin <= from && end >= to) replaced = true
  })
  return replaced
}

function draw(places: readonly Place[], lit: string | null, doc: Text): DecorationSet {
  const ranges = places.flatMap(({ id, from, to, look }) => {
    if (to > doc.length) return []
    const isLit = id === lit
    if (look === 'point' && !isLit) return []
    const whole = Decoration.mark({
      class: `rp-c-${look}${isLit ? ' rp-c-lit' : ''}`,
      attributes: { 'data-coach': id },
    }).range(from, to)
    return look === 'nice' ? [whole, tick.range(lastSign(doc, from, to), to)] : [whole]
  })
  return Decoration.set(ranges, true)
}

// Hangs at the last letter and takes no room: no word moves for it.
const tick = Decoration.mark({ class: 'rp-c-tick' })

function lastSign(doc: Text, from: number, to: number): number {
  const [last = ''] = [...doc.sliceString(Math.max(from, to - 2), to)].slice(-1)
  return to - last.length
}

export const placesOf = (view: EditorView, id: string) =>
  view.state.field(marks).places.filter((place) => place.id === id)

// The finding whose words stand here, the shortest if there are several.
export function findingAt(places: readonly Place[], at: number): string | null {
  let best: Place | null = null
  for (const place of places) {
    if (place.look === 'point' || at < place.from || at > place.to) continue
    if (!best || place.to - place.from < best.to - best.from) best = place
  }
  return best?.id ?? null
}
