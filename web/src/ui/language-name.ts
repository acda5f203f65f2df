// "Portuguese" for "pt"; what is not known by a name stays as it is.
const names = new Intl.DisplayNames(['en'], { type: 'language' })

export function languageName(code: string): string {
  if (!code || code === 'und') return ''
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
