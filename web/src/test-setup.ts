import '@testing-library/jest-dom/vitest'
import { afterEach } from 'vitest'

// Rules are tested without a browser; only tests that draw ask for one, and leave a clean page.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  afterEach(cleanup)
  // A busy machine needs more than a second to draw what is waited for.
  configure({ asyncUtilTimeout: 4000 })
  // What jsdom has not: a screen like any other, on which nothing changes its size.
  const silent = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  window.matchMedia = () => silent as unknown as MediaQueryList
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
}
