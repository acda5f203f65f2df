// Learns how much each sign weighs for that a question is left unanswered, and writes the table in
// src/coach/rules/answer_weights.h anew:
//
//   eval_coach --signs | node tools/eval/coach/learn-answers.mjs            judged by hand, no writing
//   eval_coach --signs | node tools/eval/coach/learn-answers.mjs TABLE.h    and the table, of all hands
//
// A pair tells only that some question of it is unanswered, or none; so a pair's chance is that of
// any of its questions. Judged on each hand by weights that were learned from the others.

import { readFileSync, writeFileSync } from 'node:fs'

const kOldWeight = 0.4 // of the pairs that the word lists were made on: they know these too well
const kDecay = 0.01
const kRounds = 500

const rows = readFileSync(0, 'utf8').trim().split('\n').map(JSON.parse)
const names = Object.keys(rows.find((row) => row.questions.length > 0).questions[0].signs)
const hands = (row) => (/fresh|hand/.test(row.file) ? row.file : 'first hand')
for (const row of rows) {
  row.signs = row.questions.map((question) => names.map((name) => question.signs[name]))
}

const chance = (weights, signs) => {
  let sum = weights[names.length]
  for (let i = 0; i < signs.length; ++i) sum += weights[i] * signs[i]
  return 1 / (1 + Math.exp(-sum))
}

// Adam over the whole set: it is small.
function learn(pairs) {
  const size = names.length + 1
  const weights = new Float64Array(size)
  const mean = new Float64Array(size)
  const spread = new Float64Array(size)
  for (let round = 1; round <= kRounds; ++round) {
    const slope = new Float64Array(size)
    let total = 0
    for (const pair of pairs) {
      if (pair.signs.length === 0) continue
      const share = hands(pair) === 'first hand' ? kOldWeight : 1
      total += share
      const chances = pair.signs.map((signs) => chance(weights, signs))
      const none = chances.reduce((product, p) => product * (1 - p), 1)
      const any = Math.min(1 - 1e-6, Math.max(1e-6, 1 - none))
      chances.forEach((p, at) => {
        const pull = share * (pair.unanswered ? (-none / any) * p : p)
        pair.signs[at].forEach((value, i) => {
          slope[i] += pull * value
        })
        slope[size - 1] += pull
      })
    }
    for (let i = 0; i < size; ++i) {
      const step = slope[i] / total + (i < size - 1 ? kDecay * weights[i] : 0)
      mean[i] = 0.9 * mean[i] + 0.1 * step
      spread[i] = 0.99 * spread[i] + 0.01 * step * step
      const size_now = mean[i] / (1 - 0.9 ** round)
      weights[i] -= (0.05 * size_now) / (Math.sqrt(spread[i] / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  return weights
}

for (const hand of [...new Set(rows.map(hands))]) {
  const weights = learn(rows.filter((row) => hands(row) !== hand))
  const judged = rows.filter((row) => hands(row) === hand)
  const line = [0.4, 0.5, 0.6, 0.7].map((least) => {
    const said = judged.filter((row) => row.signs.some((signs) => chance(weights, signs) >= least))
    const right = said.filter((row) => row.unanswered).length
    const wanted = judged.filter((row) => row.unanswered).length
    return `${least}: ${(right / said.length).toFixed(2)} ${(right / wanted).toFixed(2)}`
  })
  console.log(`${hand.padEnd(12)} precision and recall from a doubt of  ${line.join('   ')}`)
}

const table = process.argv[2]
if (table) {
  const weights = learn(rows)
  const lines = names.map((name, i) => `    ${weights[i].toFixed(3)}F,  // ${name}\n`).join('')
  const text = readFileSync(table, 'utf8')
    .replace(/(kAnswerWeights = \{\n)[^}]*/, `$1${lines}`)
    .replace(/(kAnswerBias = )[^;]*/, `$1${weights[names.length].toFixed(3)}F`)
  writeFileSync(table, text)
}
