// A reporter for Node's test runner: a line a test file, "passed<TAB>failed<TAB>file".
export default async function* byFile(events) {
  const files = new Map()
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details?.type === 'suite' || data.skip !== undefined || data.todo !== undefined)
      continue
    const count = files.get(data.file) ?? [0, 0]
    count[type === 'test:pass' ? 0 : 1] += 1
    files.set(data.file, count)
  }
  for (const [file, [passed, failed]] of files) yield `${passed}\t${failed}\t${file}\n`
}
