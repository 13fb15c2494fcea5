import { readdirSync, readFileSync } from 'node:fs'

/** The texts of the Java sources that the API hands out for showing, so that the dictionary of a second language can be held to them. */
const HERE = import.meta.dirname
const CORE = `${HERE}/../../../../core/src/main/java/cn/xiezhi`
const REST = `${HERE}/../../../rest/src/main/java/cn/xiezhi/rest`
const CHINESE = /[\u4e00-\u9fff]/
const one = (file: string) => readFileSync(file, 'utf8')
/** The contents of the files whose names end so. */
export const read = (folder: string, ending: RegExp) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f => ending.test(f)).sort().map(f => one(`${folder}/${f}`))

/** A text of the Java sources; what stands between its parts is a number, or it is not looked up at all. */
const PIECE = String.raw`\+\s*(?:"([^"\n]*)"|[\w.]+(?:\(\w*\)[\w.]*)*(?![\w.(]))`
const TEXT = new RegExp(String.raw`(\+\s*)?"([^"\n]*)"((?:\s*${PIECE.replace('([', '(?:[')})*)(\s*\+)?`, 'g')
function texts(java: string): string[] {
  return [...java.matchAll(TEXT)].filter(m => !m[1] && !m[4]).map(m => {
    let n = 0
    return m[2] + [...m[3].matchAll(new RegExp(PIECE, 'g'))].map(p => p[1] ?? `{${n++}}`).join('')
  }).filter(text => CHINESE.test(text) && text.length > 1)
}

/** What stands between the parentheses that open at an index. */
function inside(java: string, from: number): string {
  let depth = 1, at = from, quoted = false
  for (; depth && at < java.length; at++) {
    const c = java[at]
    if (c === '"') quoted = !quoted
    else if (!quoted) depth += c === '(' ? 1 : c === ')' ? -1 : 0
  }
  return java.slice(from, at - 1)
}

/** Calls that name something which is shown: by an id and its words, or by words alone. What refuses or cites stays Chinese. */
const NAMING = /((?:\w+\.)?\w+)\((?=\s*"[a-z][\w.-]*",)|(?:\.(?:part|labelled|help|appointment)|\bField\.\w+|\bAction\.named|\bOption|\bheard|\bletter)\(/g
const UNNAMED = /^(Refusal|Rule|Guards|Meeting|ComplaintForm|Outcome|details|d)\.|^(FieldError|wrong|Material|fault|detail|needing)$/
function named(java: string): string[] {
  const calls = [...java.matchAll(NAMING)].filter(m => !UNNAMED.test(m[1] ?? '')).map(m => inside(java, m.index + m[0].length))
  return [...calls, ...[...java.matchAll(/static final String \w+ = (".*");/g)].map(m => m[1])].flatMap(texts)
}

/** Words of enumerations: `OVERDUE("overdue", "已逾期")`. */
const CONSTANT = /(?:^\s*|[,{]\s*)[A-Z][A-Z_]+\(((?:[^()"]|"[^"\n]*")*)\)(?=[,;]|\s*$)/gm
const constants = (java: string) => [...java.matchAll(CONSTANT)].flatMap(m => texts(m[1]))

/** What the API puts together: limits (Limit.text), with the urgency that they are for, and times (Zone.endText). */
const LIMITS = ['{0}个工作日', '{0}日', '{0}小时', '立即', '及时', '当日']
const ASSEMBLED = [...LIMITS, '提前{0}个工作日', '提前{0}日', ...['一般', '情况紧急', '重大违法'].flatMap(u => LIMITS.map(l => `${u}（${l}）`)),
  '{0}月{1}日 {2}:{3}', '{0}年{1}月{2}日 {3}:{4}', '其他材料']

/** What the API says and the console shows through t(): names of procedures, states, actions, parts, fields, duties, roles, lights. */
export const apiTexts = () => [...ASSEMBLED, ...read(`${CORE}/procedure`, /\.java$/).flatMap(named), ...named(one(`${CORE}/policy/Duty.java`)), ...read(CORE, /(?<!Count)\.java$/).flatMap(constants),
  ...named(one(`${REST}/Wording.java`)), ...['Texts', 'ObligationJson'].flatMap(f => texts(one(`${REST}/${f}.java`)))]
