// The key that makes a letter a command: another one on a Mac.

const apple = /^(Mac|iPhone|iPad)/

export function modKeys(platform: string): { mod: string; modKey: string } {
  return apple.test(platform) ? { mod: '⌘', modKey: '⌘' } : { mod: 'Ctrl ', modKey: 'Ctrl' }
}
