// @vitest-environment jsdom

// Whatever a feed or any other network says, it is text, and leads nowhere but to the web.

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Words } from '@/ui/words'
import { PostMedia } from './post-media'

const bad = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<b>x',
  'vbscript:x',
  '//x',
]

test('words with markup are words', () => {
  const text = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1"> <b>bold</b>'
  const { container } = render(<Words text={text} langs={['en']} entities={[]} network="feed" />)
  expect(container.textContent).toBe(text)
  expect(container.querySelector('script, img, b')).toBeNull()
  expect((window as { ran?: number }).ran).toBeUndefined()
})

test.each(bad)('%s is no link', (value) => {
  const { container } = render(
    <Words
      text="click"
      langs={[]}
      entities={[{ kind: 'link', begin: 0, end: 5, value }]}
      network="feed"
    />,
  )
  expect(container.textContent).toBe('click')
  expect(container.querySelector('a')).toBeNull()
})

test.each(bad)('%s as a medium leads nowhere', (url) => {
  const one = {
    url,
    thumb_url: null,
    alt: null,
    title: 'x',
    description: null,
    width: null,
    height: null,
  }
  const { container } = render(
    <MantineProvider env="test">
      <PostMedia media={[{ kind: 'link', ...one } as never, { kind: 'video', ...one } as never]} />
    </MantineProvider>,
  )
  expect(container.querySelector('a, iframe, video, script')).toBeNull()
})
