import { describe, expect, test } from 'vitest'
import { main } from '../../src/adapters/cli'

async function run(...args: string[]) {
  const lines: string[] = []
  const code = await main(args, (line) => lines.push(line))
  return { code, lines }
}

describe('npm run check-data', () => {
  test('counts the issues of a good file and ends well', async () => {
    const file = 'tests/fixtures/good/minimal.json'
    expect(await run(file)).toEqual({ code: 0, lines: [`${file}: 1 event, 0 errors, 0 warnings, 0 notes`] })
  })

  test('prints one line for each issue and fails on an error', async () => {
    const file = 'tests/fixtures/bad/month-13.json'
    expect(await run('check-data', file)).toEqual({
      code: 1,
      lines: [
        `${file}:31:15 error edtf-month /events/1/when month 13 does not exist (2026-13-45). Use 01 to 12.`,
        `${file}: 1 event, 1 error, 0 warnings, 0 notes`,
      ],
    })
  })

  test('does not fail on warnings and notes', async () => {
    expect((await run('tests/fixtures/bad/advice.json')).code).toBe(0)
  })

  test('prints JSON for other programs', async () => {
    const { code, lines } = await run('--json', 'tests/fixtures/bad/month-13.json')
    expect(code).toBe(1)
    expect(JSON.parse(lines.join('\n'))).toMatchObject([{ events: 1, issues: [{ code: 'edtf-month', line: 31, column: 15 }] }])
  })

  test('tells how it is used where it is used wrongly', async () => {
    expect((await run()).code).toBe(2)
    expect((await run('--colour', 'x.json')).code).toBe(2)
    expect(await run('tests/fixtures/none.json')).toEqual({
      code: 2,
      lines: ['tests/fixtures/none.json: cannot be opened (ENOENT)'],
    })
  })
})
