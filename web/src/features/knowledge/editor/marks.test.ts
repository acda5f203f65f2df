import { expect, test } from 'vitest'
import { marksOf } from './marks'

const said = (line: string, fenced = false) =>
  marksOf(line, fenced).map(({ from, to, is }) => `${is}: ${line.slice(from, to)}`)

test('what Markdown means is marked', () => {
  expect(said('## Where it is')).toEqual(['heading: ## Where it is'])
  expect(said('Within **two days**, _mostly_, see [here](https://a.example/x).')).toEqual([
    'strong: **two days**',
    'emphasis: _mostly_',
    'link: [here](https://a.example/x)',
  ])
  expect(said('- `**NW**-` begins it')).toEqual(['sign: -', 'code: `**NW**-`'])
  expect(said('> **so** they said')).toEqual(['quote: > **so** they said', 'strong: **so**'])
  expect(said('3. third')).toEqual(['sign: 3.'])
})

test('what only looks like it is not', () => {
  expect(said('snake_case_words and 2 * 3 * 4')).toEqual([])
  expect(said('#hashtag')).toEqual([])
  expect(said('** nothing **')).toEqual([])
  expect(said('# a comment', true)).toEqual(['code: # a comment'])
})
