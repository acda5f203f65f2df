// @vitest-environment jsdom

import { expect, test } from 'vitest'
import { render } from './render'

test('Markdown is shown as people will read it', () => {
  expect(render('## Where\n\nWithin **two** days.')).toBe(
    '<h3>Where</h3>\n<p>Within <strong>two</strong> days.</p>\n',
  )
  expect(render('| a | b |\n| - | - |\n| 1 | 2 |')).toContain('<td>1</td>')
})

test('no level of headings is skipped', () => {
  expect(render('## A\n\n#### B\n\n### C\n\n## D').match(/<h\d/g)).toEqual([
    ...['<h3', '<h4', '<h4', '<h3'],
  ])
  expect(render('## A').match(/<h\d/g)).toEqual(['<h3'])
})

test('a link leaves the editor where it is', () => {
  expect(render('[here](https://a.example)')).toContain(
    '<a href="https://a.example" target="_blank" rel="noopener noreferrer">here</a>',
  )
})

test('of what may not pass the words stay', () => {
  expect(render('<script>alert(1)</script>')).not.toContain('script')
  expect(render('<div>Two <b>days</b></div>')).toBe('<p>Two days</p>')
  expect(render('a <b onclick=x>big</b> box')).toBe('<p>a big box</p>\n')
  expect(render('[words](javascript:alert(1))')).toBe('<p>words</p>\n')
  expect(render('[words](//evil.example)')).toBe('<p>words</p>\n')
  expect(render('![a box](data:text/html,hi)')).toBe('<p>a box</p>\n')
  expect(render('![a "box"](https://a.example/"b.png)')).not.toContain('onerror')
  expect(render('![a box](https://a.example/b.png)')).toContain(
    '<img src="https://a.example/b.png" alt="a box">',
  )
})
