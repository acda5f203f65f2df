// Every command, option and fixed value that `--help` tells of is completed, and nothing else.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'

const binary = process.env.RAPPORT_BINARY
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-completion-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))

const rapport = (...args) => execFileSync(binary, args, { encoding: 'utf8' })
const installed = (shell) => {
  try {
    execFileSync(shell, ['--version'])
    return true
  } catch {
    return false
  }
}
const sorted = (text) => text.split('\n').filter(Boolean).sort()

// How each shell is asked what it offers for a line that ends at the cursor.
const shells = {
  bash: (script, words) => {
    const line = words.map((word) => `'${word}'`).join(' ')
    return execFileSync(
      'bash',
      [
        '--norc',
        '-c',
        `source '${script}'; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}
         complete -p rapport | grep -q -- '-F _rapport' || exit 1
         _rapport; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { encoding: 'utf8' },
    )
  },
  // Outside of its line editor zsh cannot complete; so the function that would show is made to print.
  zsh: (script, words) => {
    const line = words.map((word) => `'${word}'`).join(' ')
    return execFileSync(
      'zsh',
      [
        '-f',
        '-c',
        `compdef() { [[ $1 == _rapport && $2 == rapport ]] || exit 1 }
         compadd() { [[ $1 == -- ]] && shift; for word in "$@"; do
           [[ $word == "$typed"* ]] && print -r -- "$word"; done }
         _files() { }
         source '${script}'
         words=(${line}); CURRENT=${words.length}; typed='${words.at(-1)}'
         _rapport; true`,
      ],
      { encoding: 'utf8' },
    )
  },
  fish: (script, words) =>
    execFileSync(
      'fish',
      ['--no-config', '-c', `source '${script}'; complete -C '${words.join(' ')}'`],
      { encoding: 'utf8', env: { ...process.env, HOME: folder } },
    ).replace(/\t.*/g, ''),
}

// What `--help` says of a command: its own commands, its flags, and the values of each flag.
function help(command) {
  const text = rapport(...command, '--help')
  const part = (name) => text.split(`\n${name}:\n`)[1]?.split(/\n\n/)[0] ?? ''
  const commands = [...part('Subcommands').matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name)
  const flags = []
  const values = {}
  for (const [, names, rest] of part('Options').matchAll(/^ {2}(-[\w,-]+)(.*)$/gm)) {
    flags.push(...names.split(','))
    const known = rest.match(/\{([^}]*)\}/)?.[1]
    if (known) values[names.split(',').at(-1)] = known.split(',')
  }
  return { commands, flags, values }
}

// Every command there is: [], ['serve'], ['channel'], ['channel', 'add'] ...
function* tree(command = []) {
  const said = help(command)
  yield { command, ...said }
  for (const each of said.commands) yield* tree([...command, each])
}

const everything = [...tree()]

for (const shell of Object.keys(shells)) {
  if (!installed(shell)) continue
  const script = path.join(folder, `rapport.${shell}`)
  fs.writeFileSync(script, rapport('completion', shell))
  const offers = (...words) => sorted(shells[shell](script, ['rapport', ...words]))

  test(`${shell} offers each command after those above it`, () => {
    assert.ok(everything.length > 12)
    for (const { command, commands } of everything.filter((each) => each.commands.length > 0))
      assert.deepEqual(offers(...command, ''), commands.toSorted(), command.join(' '))
    assert.deepEqual(offers('ser'), ['serve'])
    assert.deepEqual(offers('nothing-like-it'), [])
  })

  test(`${shell} offers each option of a command`, () => {
    for (const { command, flags } of everything) {
      const long = flags.filter((flag) => flag.startsWith('--'))
      assert.deepEqual(offers(...command, '--'), long.toSorted(), command.join(' '))
    }
  })

  test(`${shell} offers the values of an option that has few`, () => {
    let asked = 0
    for (const { command, values } of everything)
      for (const [flag, known] of Object.entries(values)) {
        assert.deepEqual(offers(...command, flag, ''), known.toSorted(), `${command} ${flag}`)
        asked++
      }
    assert.ok(asked >= 3, `states, roles and networks: ${asked}`)
    assert.deepEqual(offers('inbox', '--state', 're'), ['resolved'])
    assert.deepEqual(offers('completion', ''), ['bash', 'fish', 'zsh'])
  })

  test(`${shell} is not confused by the values of other options`, () => {
    // "add" here is what --server says, not a command.
    assert.deepEqual(offers('channel', 'add', '--server', 'add', '--netw'), ['--network'])
    assert.deepEqual(offers('--config', 'serve', 'inb'), ['inbox'])
  })
}

test('bash completes a value behind a sign, which it takes for a word of its own', () => {
  const script = path.join(folder, 'rapport.bash')
  const offers = (...words) => sorted(shells.bash(script, ['rapport', ...words]))
  assert.deepEqual(offers('inbox', '--state', '=', 'wai'), ['waiting'])
  assert.equal(offers('inbox', '--state', '=').length, 6)
})

test('a shell that nobody knows is refused', () => {
  assert.throws(
    () => execFileSync(binary, ['completion', 'tcsh'], { stdio: 'pipe' }),
    (error) => error.status === 2,
  )
})
