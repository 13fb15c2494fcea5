import type { Field, FieldValue, FieldValues, MaterialSlot } from '../api/types'
import { isVisible, sentValues } from './fields'
import { PRACTICE } from './guide'

/** Made-up content for a practice case, by field; a field that is not here gets its own name. */
const WORDS: Record<string, FieldValue> = {
  cases: [`${PRACTICE}占用村道堆放砂石料`], facts: '巡查发现当事人在村道旁堆放砂石料约二十立方米，占用路面，未能出示批准手续，已拍照并制作笔录。',
  officers: ['王镇执', '李镇联'], contact: '王镇执 000-0000000', handOverSender: '王镇执', handOverReceiver: '陈局执', receipt: '陈局执', opinion: '属本单位管辖，材料齐全，予以受理。',
  caseNumber: '演练立案 1 号', decision: '责令清除，并处罚款五百元。', result: '已作出处理决定并送达，当事人已清除堆放物。',
}

/** The same values, with whatever is asked for and still empty filled in. An organ is the other side; what the form presets stays. */
export function practiceValues(fields: Field[], values: FieldValues, other: string, now: string): FieldValues {
  const filled = { ...values }
  for (const field of fields) {
    const empty = sentValues([{ ...field, when: null }], filled)[field.id] === undefined
    if (empty && field.required && isVisible(field, fields, filled)) filled[field.id] = madeUp(field, other, now)
  }
  return filled
}

function madeUp(field: Field, other: string, now: string): FieldValue {
  if (field.id in WORDS) return WORDS[field.id]
  switch (field.type) {
    case 'boolean': return false
    case 'choice': return field.options?.[0]?.value ?? ''
    case 'choices': case 'people': return field.options?.slice(0, Math.max(1, field.minItems ?? 1)).map(o => o.value) ?? []
    case 'dateTime': return now
    case 'date': return now.slice(0, 10)
    case 'number': return '1'
    case 'organ': return other
    case 'organs': return other ? [other] : []
    case 'item': return ''
    case 'lines': return Array.from({ length: Math.max(1, field.minItems ?? 0) }, (_, i) => `${field.label}${i + 1}（演练）`)
    default: return `${field.label}（演练）`
  }
}

/** The papers that are put in by one click: what is required and neither there nor chosen. */
export const practiceSlots = (slots: MaterialSlot[], there: (slot: MaterialSlot) => boolean) => slots.filter(s => s.required && !s.when && !there(s))

/** A picture that says what it stands for. */
export async function practicePaper(name: string): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 400
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#f4f1e8'
  pen.fillRect(0, 0, 640, 400)
  pen.fillStyle = '#333'
  pen.textAlign = 'center'
  pen.font = '36px sans-serif'
  pen.fillText(name, 320, 190)
  pen.font = '22px sans-serif'
  pen.fillText('演练材料，非真实证据', 320, 240)
  const picture = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
  return new File([picture!], `演练${name}.png`, { type: 'image/png' })
}
