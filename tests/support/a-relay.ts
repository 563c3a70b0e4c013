import type { Story } from '../../src/core/story-types'
import { box, point } from './a-map'
import { anEvent, aStory } from './a-story'

/** A story with who mediated: Oman at the third round, of which the article speaks; nobody says it of the others. */
export const aRelayStory = (): Story =>
  aStory({
    asOf: '2026-02-26',
    timeZone: 'Europe/Zurich',
    layers: [{ id: 'article', name: 'The article', shown: true }],
    sources: [
      { id: 'article', publisher: 'The article', url: 'https://news.example/article' },
      { id: 'other', publisher: 'Another' },
    ],
    parties: [
      { id: 'us', name: 'United States', letter: 'U' },
      { id: 'iran', name: 'Iran', letter: 'I' },
      { id: 'oman', name: 'Oman', letter: 'O' },
    ],
    places: [
      { id: 'geneva', name: 'Geneva', geometry: point(6.14, 46.21) },
      { id: 'us-seat', name: 'US government', geometry: point(-77.01, 38.9), seat: true, party: 'us' },
      { id: 'iran-seat', name: 'Government of Iran', geometry: point(51.42, 35.67), seat: true, party: 'iran' },
      { id: 'oman-seat', name: 'Government of Oman', geometry: point(58.38, 23.59), seat: true, party: 'oman' },
      { id: 'iran', name: 'Inside Iran', geometry: box(45, 26, 62, 39), precision: 'country' },
    ],
    events: [
      anEvent({
        id: 'round-2',
        kind: 'talks',
        when: '2026-02-17',
        where: { place: 'geneva' },
        parties: ['us', 'iran', 'oman'],
        sources: [{ source: 'other' }],
      }),
      anEvent({
        id: 'round-3',
        kind: 'talks',
        when: '2026-02-26',
        where: { place: 'geneva' },
        parties: ['us', 'iran', 'oman'],
        sources: [{ source: 'article' }],
      }),
      anEvent({
        id: 'technical',
        kind: 'talks',
        when: '2026-02-20',
        parties: ['us', 'iran'],
        sources: [{ source: 'article' }],
      }),
      anEvent({
        id: 'us-says',
        kind: 'statement',
        when: '2026-02-26',
        parties: ['us'],
        where: { place: 'us-seat', role: 'seat' },
        sources: [{ source: 'article' }],
      }),
      anEvent({
        id: 'iran-says',
        kind: 'statement',
        when: '2026-02-25',
        parties: ['iran'],
        where: { place: 'iran-seat', role: 'seat' },
      }),
      anEvent({ id: 'protests', kind: 'domestic', when: '2026-02-21', parties: ['iran'], where: { place: 'iran' } }),
    ],
    links: [
      {
        from: 'us',
        to: 'iran',
        via: 'oman',
        kind: 'relay',
        text: 'Indirect, mediated by Oman',
        sources: [{ source: 'article', at: 'S2' }],
      },
    ],
    frame: { bounds: [-11, 5.3, 77.8, 52.8], strip: { bounds: [-80.2, 5.3, -61.7, 52.8] } },
  })
