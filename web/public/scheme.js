// Mantine keeps the choice here; see app/theme.ts.
;(() => {
  let choice = 'auto'
  try {
    choice = localStorage.getItem('rapport.scheme') || 'auto'
  } catch {
    // Storage may be switched off; then the system decides.
  }
  const dark =
    choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
