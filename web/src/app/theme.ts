import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  Menu,
  Modal,
  PasswordInput,
  Textarea,
  TextInput,
} from '@mantine/core'

const teal: MantineColorsTuple = [
  '#e9f3f1', '#d3e6e3', '#aed2cc', '#84bbb3', '#5ba39a', '#3c8c84', '#25776f', '#17696a', '#0f5d5b', '#0b4846',
] // biome-ignore format: a ramp reads best as one line

const gray: MantineColorsTuple = [
  '#faf8f5', '#f4f1ec', '#e9e4dc', '#ddd6cc', '#d3ccc1', '#b5ada1', '#8b8377', '#59524a', '#3b352e', '#24201b',
] // biome-ignore format: a ramp reads best as one line

const dark: MantineColorsTuple = [
  '#ebe7e0', '#bab3a8', '#a39c91', '#7a746b', '#4d4943', '#35322e', '#2d2b28', '#252421', '#201f1c', '#1b1a18',
] // biome-ignore format: a ramp reads best as one line

export const theme = createTheme({
  primaryColor: 'teal',
  // Shade 6 carries white text in the dark at 5.4 to 1; Mantine's own choice would fail.
  primaryShade: { light: 8, dark: 6 },
  colors: { teal, gray, dark },
  black: '#24201b',
  white: '#ffffff',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontSizes: {
    xs: '0.8125rem',
    sm: '0.9375rem',
    md: '0.9375rem',
    lg: '1rem',
    xl: '1.25rem',
  },
  headings: { fontWeight: '620' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ styles: { root: { fontWeight: 550 } } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Menu: Menu.extend({
      defaultProps: {
        withInitialFocusPlaceholder: false,
        // Inside the landmark its button is in, where a screen reader looks for it.
        withinPortal: false,
        transitionProps: { duration: 100 },
        radius: 10,
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 120 },
        radius: 14,
        centered: true,
        overlayProps: { backgroundOpacity: 0.4, color: '#1b1a18' },
      },
    }),
    TextInput: TextInput.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    PasswordInput: PasswordInput.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Textarea: Textarea.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
  },
})

// Mantine's own surfaces take our tokens, so that a menu and a pane agree on what paper is.
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--rp-page)',
    '--mantine-color-text': 'var(--rp-ink)',
    '--mantine-color-dimmed': 'var(--rp-ink-3)',
    '--mantine-color-placeholder': 'var(--rp-ink-3)',
    '--mantine-color-anchor': 'var(--rp-accent)',
    '--mantine-color-default': 'var(--rp-raised)',
    '--mantine-color-default-hover': 'var(--rp-hover)',
    '--mantine-color-default-border': 'var(--rp-line-strong)',
    '--mantine-color-error': 'var(--rp-bad)',
    '--mantine-color-gray-light-color': 'var(--rp-ink-2)',
    '--mantine-color-gray-light-hover': 'var(--rp-hover)',
    '--mantine-color-gray-outline': 'var(--rp-line-strong)',
    '--mantine-color-teal-light': 'var(--rp-accent-tint)',
    '--mantine-color-teal-light-hover': 'var(--rp-accent-tint)',
    '--mantine-color-teal-light-color': 'var(--rp-accent-strong)',
    '--mantine-color-teal-text': 'var(--rp-accent)',
  }
  return { variables: {}, light: shared, dark: shared }
}

// public/scheme.js reads the same key before the first paint.
export const schemeManager = localStorageColorSchemeManager({ key: 'rapport.scheme' })
