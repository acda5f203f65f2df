import '@testing-library/jest-dom/vitest'
import { afterEach } from 'vitest'

// Rules are tested without a browser; only tests that draw ask for one, and leave a clean page.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
