import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { apacheHtaccess, nginxConf } from '../../src/build/hosting'
import { contentPolicy, headerRules, parseHeaders } from '../../src/build/policy'

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')
const [page, embed, notes, lesson, pinned] = [
  '(policy of index.html)',
  '(policy of embed.html)',
  '(policy of notes.html)',
  '(policy of lesson.html)',
  '(policy of pinned/)',
]
const rules = headerRules({ page, embed, notes, lesson, pinned })
const nginx = nginxConf({ rules, base: '/talks/' })
const apache = apacheHtaccess({ rules })

/** The lines between the one that begins with `head` and the brace that closes it; without those of locations inside it. */
function locationOf(conf: string, head: string): readonly string[] {
  const lines = conf.split('\n')
  const start = lines.findIndex((line) => line.trim() === `location ${head} {`)
  const indent = /^ */.exec(lines[start] ?? '')?.[0] ?? ''
  const end = lines.findIndex((line, index) => index > start && (line === `${indent}}` || line.startsWith(`${indent}  location`)))
  return lines.slice(start + 1, end).map((line) => line.trim())
}

describe('for nginx', () => {
  test.each([
    ['= /talks/index.html', page],
    ['= /talks/embed.html', embed],
    ['= /talks/notes.html', notes],
    ['= /talks/lesson.html', lesson],
    ['/talks/pinned/', pinned],
    ['/talks/assets/', page],
  ])('%s says all headers itself, with its own policy', (head, policy) => {
    const lines = locationOf(nginx, head)
    expect(lines.filter((line) => line.includes('Content-Security-Policy'))).toEqual([
      `add_header Content-Security-Policy "${policy}" always;`,
    ])
    expect(lines).toContain('add_header Access-Control-Allow-Origin "*" always;')
    expect(lines).toContain('add_header X-Content-Type-Options "nosniff" always;')
    expect(lines.filter((line) => line.includes('Cache-Control'))).toHaveLength(1)
  })

  test('only what has a hash in its name is kept, and the folder as a whole has no policy of one page', () => {
    expect(locationOf(nginx, '/talks/assets/').join()).toContain('immutable')
    expect(nginx.match(/immutable/g)).toHaveLength(1)
    expect(locationOf(nginx, '/talks/').join()).not.toContain('Content-Security-Policy')
  })

  test('a site at the root has no path in it', () => {
    expect(nginxConf({ rules, base: '/' })).toContain('location = /embed.html {')
  })
})

describe('for Apache', () => {
  test('names no path of the site, and each file its own policy', () => {
    expect(apache).not.toContain('talks')
    expect(apache).toContain(`<Files "embed.html">\n  Header always set Content-Security-Policy "${embed}"\n</Files>`)
    expect(apache).toContain(`<Files "notes.html">\n  Header always set Content-Security-Policy "${notes}"\n</Files>`)
    expect(apache).toContain(
      `<If "%{REQUEST_URI} =~ m#/pinned/#">\n  Header always set Content-Security-Policy "${pinned}"\n</If>`,
    )
    const [general] = apache.split('\n\n<')
    expect(general).toContain('Header always set Access-Control-Allow-Origin "*"')
    expect(general).not.toContain('Content-Security-Policy')
  })
})

test('real policies can be written, and what would break out of its quotes is refused', () => {
  const policy = contentPolicy({
    styleHashes: ["'sha256-KXVkPoWpkz+HkjCoIAIHn4MY='"],
    isEmbed: true,
    origin: 'https://a.example',
  })
  const real = headerRules({ page: policy, embed: policy, pinned: null })
  expect(nginxConf({ rules: real, base: '/' })).toContain(`"${policy}"`)
  for (const value of ['a" always; b', 'a$host', '100%', 'a\\', 'a\nb']) {
    const broken = parseHeaders('/*\n  X: y\n').map(({ pattern }) => ({ pattern, headers: new Map([['X', value]]) }))
    expect(() => nginxConf({ rules: broken, base: '/' })).toThrow('cannot be written')
    expect(() => apacheHtaccess({ rules: broken })).toThrow('cannot be written')
  }
})

test('the page on hosting shows what the build writes', () => {
  const docs = read('docs/hosting.md')
  expect(docs).toContain(`\`\`\`nginx\n${nginx}\`\`\``)
  expect(docs).toContain(`\`\`\`apache\n${apache}\`\`\``)
})

describe('the workflow for Pages', () => {
  const text = read('.github/workflows/pages.yml')

  test('runs commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/run: npm run ([\w-]+)/g)].map(([, name = '']) => name)
    expect(named).toEqual(['check', 'build'])
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  test('takes every action by a full version, of the platform itself', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(3)
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([])
  })

  test('may write nothing but the deployment', () => {
    expect([...text.matchAll(/(\S+): write/g)].map(([, what]) => what)).toEqual(['pages', 'id-token'])
    expect(text).not.toMatch(/\t|secrets\./)
  })
})
