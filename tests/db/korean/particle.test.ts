import { expect, test } from 'vitest';
import { particle, withParticle, type ParticlePair } from '../../../db/korean/particle.ts';

test.each<[string, ParticlePair, string]>([
  ['기업', '을/를', '을'],
  ['과제', '을/를', '를'],
  ['한빛정밀', '으로/로', '로'],
  ['서울', '으로/로', '로'],
  ['창원', '으로/로', '으로'],
  ['대구', '으로/로', '로'],
  ['1', '이/가', '이'],
  ['2', '이/가', '가'],
  ['6', '은/는', '은'],
  ['ABL', '과/와', '과'],
  ['CSV', '과/와', '와'],
  ['한빛(주)', '이/가', '가'],
  ['‘청주공장’', '은/는', '은'],
  ['', '을/를', '를'],
])('%s + %s → %s', (word, pair, expected) => expect(particle(word, pair)).toBe(expected));

test('with its word', () => expect(withParticle('기업', '이/가')).toBe('기업이'));
