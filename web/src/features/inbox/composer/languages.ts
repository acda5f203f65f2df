// The languages an answer can be said to be in. The network uses it to show people what they can read.

const common = ['en', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'tr', 'uk', 'zh', 'ar']

// `chosen` is always among them.
export function languages(chosen: string): string[] {
  return chosen && !common.includes(chosen) ? [chosen, ...common] : common
}

export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

// What an answer is most likely in: the language of what it answers, else the writer's own.
export function guessLanguage(theirs: readonly string[] | undefined, own: string): string {
  const [first] = theirs ?? []
  return (first ?? own).split('-')[0]?.toLowerCase() ?? ''
}
