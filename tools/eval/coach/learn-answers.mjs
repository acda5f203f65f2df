// Learns what speaks for that a question is left unanswered, from what `eval_coach --signs` tells of the
// pairs of development, and writes models/answers.tsv:
//
//   eval_coach --signs | node tools/eval/coach/learn-answers.mjs              judged by hand, no writing
//   eval_coach --signs | node tools/eval/coach/learn-answers.mjs ANSWERS.tsv  and the table, of all hands
//
// Signs are of two kinds: those of a question (src/coach/rules/answer_signs.h), and what stands in the
// sentences of the draft (src/coach/manner.h). A pair tells only that some question of it is unanswered,
// or none; so a pair's chance is that of any of its questions. Judged on each hand by weights that were
// learned from the others; the two halves of one hand's pairs (fresh, fresh_2) are one.

import { readFileSync, writeFileSync } from 'node:fs'

const kOldWeight = 0.4 // of the pairs that the word lists were made on: they know these too well
const kDecay = 0.01
const kRounds = 300
const kFewestPairs = 4 // that have a sign of a sentence
// What is said of every sentence, or only repeats the words of a pair of words.
const kNoSign = /^(always|bad|post|post asks|\^|ww) /

const rows = readFileSync(0, 'utf8')
  .trim()
  .split('\n')
  .map(JSON.parse)
  .filter((row) => row.questions.length > 0)
const questionSigns = Object.keys(rows[0].questions[0].signs)
const handOf = (row) =>
  /fresh/.test(row.file) ? 'fresh' : /hand/.test(row.file) ? row.file : 'first hand'

const seen = new Map()
for (const row of rows) {
  row.sentences = row.sentences.filter((name) => !kNoSign.test(name))
  for (const name of row.sentences) seen.set(name, (seen.get(name) ?? 0) + 1)
}
const sentenceSigns = [...seen].filter(([, pairs]) => pairs >= kFewestPairs).map(([name]) => name)
const place = new Map(sentenceSigns.map((name, i) => [name, questionSigns.length + i]))
const kAlways = questionSigns.length + sentenceSigns.length
for (const row of rows) {
  row.signs = row.questions.map((question) => questionSigns.map((name) => question.signs[name]))
  row.places = row.sentences.filter((name) => place.has(name)).map((name) => place.get(name))
}

const chance = (weights, signs, places) => {
  let sum = weights[kAlways]
  for (let i = 0; i < signs.length; ++i) sum += weights[i] * signs[i]
  for (const at of places) sum += weights[at]
  return 1 / (1 + Math.exp(-sum))
}

// Adam over the whole set: it is small.
function learn(pairs) {
  const weights = new Float64Array(kAlways + 1)
  const mean = new Float64Array(kAlways + 1)
  const spread = new Float64Array(kAlways + 1)
  for (let round = 1; round <= kRounds; ++round) {
    const slope = new Float64Array(kAlways + 1)
    let total = 0
    for (const pair of pairs) {
      const share = handOf(pair) === 'first hand' ? kOldWeight : 1
      total += share
      const chances = pair.signs.map((signs) => chance(weights, signs, pair.places))
      const none = chances.reduce((product, p) => product * (1 - p), 1)
      const any = Math.min(1 - 1e-6, Math.max(1e-6, 1 - none))
      chances.forEach((p, at) => {
        const pull = share * (pair.unanswered ? (-none / any) * p : p)
        pair.signs[at].forEach((value, i) => {
          slope[i] += pull * value
        })
        for (const i of pair.places) slope[i] += pull
        slope[kAlways] += pull
      })
    }
    for (let i = 0; i <= kAlways; ++i) {
      const step = slope[i] / total + (i < kAlways ? kDecay * weights[i] : 0)
      mean[i] = 0.9 * mean[i] + 0.1 * step
      spread[i] = 0.99 * spread[i] + 0.01 * step * step
      const now = mean[i] / (1 - 0.9 ** round)
      weights[i] -= (0.05 * now) / (Math.sqrt(spread[i] / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  return weights
}

const everyHand = []
const tell = (who, judged) => {
  const line = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8].map((least) => {
    const said = judged.filter((row) => row.doubt >= least)
    const right = said.filter((row) => row.unanswered).length
    const wanted = judged.filter((row) => row.unanswered).length
    return `${least}: ${(right / said.length).toFixed(2)} ${(right / wanted).toFixed(2)}`
  })
  console.log(`${who.padEnd(12)} precision and recall from a doubt of  ${line.join('   ')}`)
}
for (const hand of [...new Set(rows.map(handOf))]) {
  const weights = learn(rows.filter((row) => handOf(row) !== hand))
  const judged = rows.filter((row) => handOf(row) === hand)
  for (const row of judged) {
    row.doubt = Math.max(...row.signs.map((signs) => chance(weights, signs, row.places)))
  }
  tell(hand, judged)
  if (hand !== 'first hand') everyHand.push(...judged)
}
tell('but first', everyHand)

if (process.argv[2]) {
  const weights = learn(rows)
  const hundredths = (i) => Math.round(100 * weights[i])
  const lines = [
    '# What each sign weighs for that a question gets no answer, in hundredths, made by',
    '# tools/eval/coach/learn-answers.mjs from tests/coach/pairs (no held_*), all written for this. First',
    '# the signs of a question, then those of the sentences of a draft.',
    `always\t${hundredths(kAlways)}`,
    ...questionSigns.map((name, i) => `${name}\t${hundredths(i)}`),
    ...sentenceSigns
      .toSorted()
      .map((name) => [name, hundredths(place.get(name))])
      .filter(([, weight]) => weight !== 0)
      .map(([name, weight]) => `${name}\t${weight}`),
  ]
  writeFileSync(process.argv[2], `${lines.join('\n')}\n`)
}
