// Which way people's words run. A post often starts with whom it is for, and the browser would judge
// by that handle: so handles, links and tags are left out of the judgement.

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

export function directionOf(text: string): 'ltr' | 'rtl' | 'auto' {
  const words = text.replace(/(?:^|\s)(?:[@#]\S+|https?:\/\/\S+)/g, ' ')
  const letter = words.match(/\p{L}/u)?.[0]
  if (!letter) return 'auto'
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}
