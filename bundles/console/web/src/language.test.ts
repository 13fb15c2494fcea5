import { describe, expect, it } from 'vitest'
import { apiTexts, read } from '../dev/texts'
import { filled } from './language'
import en from './locales/en.json'

const sources = read(import.meta.dirname, /(?<!\.test)\.(ts|vue)$/)
/** What the console itself says: the first argument of each `t('…')`. */
const ownTexts = sources.flatMap(s => [...s.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(m => m[1].replace(/\\n/g, '\n').replace(/\\(.)/g, '$1')))

const dictionary: Record<string, string> = en
const shown = new Set([...ownTexts, ...apiTexts()])
const places = (text: string) => [...new Set([...text.matchAll(/\{(\d)/g)].map(m => m[1]))].sort().join()

describe('the English dictionary', () => {
  it('has every text that is shown', () => {
    expect([...shown].filter(text => !dictionary[text])).toEqual([])
  })

  it('can be held to the sources, where texts stand in single quotes', () => {
    expect(sources.flatMap(s => s.match(/\bt\(\s*["`].*/g) ?? [])).toEqual([])
  })

  it('has none that nobody shows', () => {
    expect(Object.keys(dictionary).filter(text => !shown.has(text))).toEqual([])
  })

  it('keeps the places of values', () => {
    expect(Object.entries(dictionary).filter(([chinese, english]) => places(chinese) !== places(english))).toEqual([])
  })

  it('is written in English, but for the words that an example or a template is about', () => {
    expect(Object.entries(dictionary).filter(([chinese, english]) => /[\u4e00-\u9fff]/.test(english.replace(/\{文种\}|\{年\}|\{号\}/g, '')) && !/如|企业微信|钉钉/.test(chinese))).toEqual([])
  })
})

describe('a text', () => {
  it('has its values, and the word that goes with a number', () => {
    expect(filled('{0} {0|day|days}', [1])).toBe('1 day')
    expect(filled('{0} {0|day|days}', ['30'])).toBe('30 days')
    expect(filled('{1} {0|Jan|Feb|Mar} {2}:{3}', ['2', '11', '24', '00'])).toBe('11 Feb 24:00')
  })
})
