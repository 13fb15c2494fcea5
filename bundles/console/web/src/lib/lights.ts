/** The four lights of an open obligation, in the order of urgency, and the words for one that is closed. */
export const LIGHTS = { overdue: '已逾期', soon: '即将到期', inTime: '期限内', noNumber: '无期限', closed: '已了结' } as const
export const OPEN_LIGHTS = ['overdue', 'soon', 'inTime', 'noNumber'] as const
export const STATUS = { open: '办理中', met: '按期完成', late: '逾期完成', cancelled: '已取消', passedOn: '已转由他方承担', refused: '已拒绝' } as const
