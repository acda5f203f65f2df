// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Words } from './words'

test('what people write is text, never markup', () => {
  const { container } = render(
    <Words
      text={'<img src=x onerror=alert(1)> & <b>hi</b>'}
      langs={['en']}
      entities={[]}
      network="bluesky"
    />,
  )
  expect(container.querySelector('img, b')).toBeNull()
  expect(container).toHaveTextContent('<img src=x onerror=alert(1)> & <b>hi</b>')
})

test('a link keeps its target from us; one that is no web address is no link', () => {
  const text = 'see site or trap'
  render(
    <Words
      text={text}
      langs={['en']}
      entities={[
        { kind: 'link', begin: 4, end: 8, value: 'https://example.org/' },
        { kind: 'link', begin: 12, end: 16, value: 'javascript:alert(1)' },
      ]}
      network="bluesky"
    />,
  )
  const link = screen.getByRole('link')
  expect(link).toHaveTextContent('site')
  expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  expect(screen.getByText('trap').tagName).toBe('SPAN')
})

test('words keep their own direction and language', () => {
  render(<Words text="مرحباً" langs={['ar']} entities={[]} network="bluesky" />)
  expect(screen.getByText('مرحباً')).toHaveAttribute('lang', 'ar')
  expect(screen.getByText('مرحباً')).toHaveAttribute('dir', 'rtl')
})
