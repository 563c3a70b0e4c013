import { describe, expect, test } from 'vitest'
import {
  contentPolicy,
  formatHeaders,
  headerRules,
  headersOf,
  joinPolicies,
  metaPolicy,
  parseHeaders,
} from '../../src/build/policy'

const page = contentPolicy({ styleHashes: ["'sha256-a='"] })
const embed = contentPolicy({ styleHashes: ["'sha256-b='"], isEmbed: true })
const pinned = contentPolicy({ styleHashes: ["'sha256-c='"], isEmbed: true })
const rules = headerRules({ page, embed, pinned })
const policyAt = (path: string) => headersOf(rules, path).get('Content-Security-Policy')

describe('the policy', () => {
  test('of the page lets nobody else frame it, and frames only what is its own', () => {
    expect(page.split('; ')).toEqual(expect.arrayContaining(["frame-ancestors 'self'", "frame-src 'self'", "worker-src 'self'"]))
  })

  test('of an embed lets everybody frame it, and a worker be made from data', () => {
    expect(embed).not.toContain('frame-ancestors')
    expect(embed.split('; ')).toContain("worker-src 'self' data:")
    expect(embed).not.toContain('frame-src')
  })

  test('of an embed names the site’s origin where it is known', () => {
    const named = contentPolicy({ styleHashes: [], isEmbed: true, origin: 'https://news.example' })
    expect(named.split('; ')).toEqual(
      expect.arrayContaining(["script-src 'self' https://news.example", "worker-src 'self' https://news.example data:"]),
    )
    expect(contentPolicy({ styleHashes: [], origin: 'https://news.example' })).not.toContain('news.example')
  })

  test.each([page, embed])('has no unsafe source', (policy) => {
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
  })

  test('in the page lacks only what browsers read in a header alone', () => {
    expect(metaPolicy(page)).toBe(page.replace("frame-ancestors 'self'; ", ''))
  })

  test('of all pinned pages lets the styles of each through', () => {
    expect(joinPolicies([embed, pinned, embed])).toBe(embed.replace("'sha256-b='", "'sha256-b=' 'sha256-c='"))
    expect(joinPolicies([])).toBeNull()
    expect(() => joinPolicies([page, embed])).toThrow('differ in more than their styles')
  })
})

describe('the headers', () => {
  test.each([
    ['/', page],
    ['/index.html', page],
    ['/embed.html', embed],
    ['/embed', embed],
    ['/pinned/1-746887c5.html', pinned],
    ['/pinned/1-746887c5', pinned],
    ['/assets/map-worker-1.js', page],
    ['/host/demo.html', undefined],
    ['/data/us-iran-2026.json', undefined],
  ])('give %s its policy', (path, policy) => {
    expect(policyAt(path)).toBe(policy)
  })

  test('are each given to a path by one rule only, because hosts differ in which of two they send', () => {
    for (const path of ['/', '/index.html', '/embed.html', '/embed', '/pinned/x.html', '/assets/x.js', '/data/x.json']) {
      const names = rules.filter((rule) => headersOf([rule], path).size > 0).flatMap(({ headers }) => [...headers.keys()])
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('are the same after they were written and read', () => {
    expect(parseHeaders(formatHeaders(rules))).toEqual(rules)
  })

  test('say nothing of pinned pages where there is none', () => {
    expect(headerRules({ page, embed, pinned: null }).some(({ pattern }) => pattern.startsWith('/pinned'))).toBe(false)
  })

  test('stay within the line length that hosts read', () => {
    expect(
      Math.max(
        ...formatHeaders(rules)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(1000)
  })
})
