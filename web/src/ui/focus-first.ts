// The first field of a form takes the focus: for a button that goes with its own press.
export function focusFirst(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>('input:enabled, textarea:enabled, select:enabled')?.focus()
}
