// Runs every benchmark of the release build and gathers what they say into one table.
//
// Three kinds contribute: the Google Benchmark programs (build/release/*_bench), the scripts beside
// this file named *.bench.mjs, whose default export returns figures, and the two together are held
// against targets.json; peers.json says which benchmark another is to be compared with. A figure is {name, value, unit, target, peer, peer_value, ratio}: what is not
// known is null. A peer is another program that did the same work in the same run, because this
// minute's machine is not the last minute's.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const here = import.meta.dirname
const root = resolve(here, '../..')
const build = join(root, 'build')
const targets = JSON.parse(readFileSync(join(here, 'targets.json'), 'utf8'))
const peers = JSON.parse(readFileSync(join(here, 'peers.json'), 'utf8'))
const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part))

// One line of Google Benchmark's report. Work done per second says more than time per run, so that
// is taken where a benchmark counts its items; its label then names the item.
function figureOf(run) {
  if (run.error_occurred) throw new Error(`${run.name}: ${run.error_message}`)
  // How it was run is not what it is called.
  const name = run.run_name.replace(
    /\/(real_time|process_time|iterations:\d+|min_time:[\d.]+)/g,
    '',
  )
  if (run.items_per_second !== undefined) {
    return { name, value: run.items_per_second, unit: `${run.label || 'items'}/s` }
  }
  return { name, value: run.real_time, unit: run.time_unit }
}

function runProgram(program) {
  const scratch = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  const report = join(scratch, 'report.json')
  try {
    const result = spawnSync(
      program,
      [`--benchmark_out=${report}`, '--benchmark_out_format=json'],
      {
        cwd: scratch,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    if (result.status !== 0)
      throw new Error(`${program} ended with ${result.status ?? result.signal}`)
    return JSON.parse(readFileSync(report, 'utf8'))
      .benchmarks.filter((run) => run.run_type !== 'aggregate')
      .map(figureOf)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function complete(figure) {
  const target = figure.target ?? targets[figure.name] ?? null
  const peerValue = figure.peer_value ?? null
  return {
    name: figure.name,
    value: figure.value,
    unit: figure.unit,
    target,
    peer: figure.peer ?? null,
    peer_value: peerValue,
    ratio: peerValue ? figure.value / peerValue : null,
  }
}

const short = (number) =>
  number === null || number === undefined
    ? ''
    : Math.abs(number) >= 1000
      ? Math.round(number).toLocaleString('en')
      : Number(number.toPrecision(3)).toString()

function print(figures) {
  const head = ['benchmark', 'value', 'unit', 'target', 'peer', 'peer value', 'ratio']
  const rows = figures.map((f) => [
    f.name,
    short(f.value),
    f.unit,
    f.target ?? '',
    f.peer ?? '',
    short(f.peer_value),
    short(f.ratio),
  ])
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => `${row[i]}`.length)),
  )
  const line = (cells) =>
    cells
      .map((cell, i) =>
        i === 1 || i > 4 ? `${cell}`.padStart(widths[i]) : `${cell}`.padEnd(widths[i]),
      )
      .join('  ')
      .trimEnd()
  console.log(`\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  for (const row of rows) console.log(line(row))
}

const figures = []
let failures = 0
async function gather(name, produce) {
  process.stderr.write(`== ${name}\n`)
  try {
    figures.push(...(await produce()).map(complete))
  } catch (error) {
    failures++
    console.error(`${name}: ${error.message}`)
  }
}

const programs = readdirSync(join(build, 'release')).filter((name) => name.endsWith('_bench'))
for (const program of programs.filter(isWanted)) {
  await gather(program, () => runProgram(join(build, 'release', program)))
}
const scripts = readdirSync(here).filter((name) => name.endsWith('.bench.mjs'))
for (const script of scripts.filter(isWanted)) {
  await gather(script, async () => {
    const { default: measure } = await import(pathToFileURL(join(here, script)))
    return measure({ root, binary: join(build, 'rapport') })
  })
}

for (const figure of figures) {
  const peer = figures.find((other) => other.name === peers[figure.name])
  if (!peer) continue
  Object.assign(figure, complete({ ...figure, peer: peer.name, peer_value: peer.value }))
}

print(figures)
const output = join(build, 'bench.json')
mkdirSync(dirname(output), { recursive: true })
writeFileSync(output, `${JSON.stringify(figures, null, 2)}\n`)
console.log(`\n${figures.length} figures, also in build/bench.json`)
process.exitCode = failures ? 1 : 0
