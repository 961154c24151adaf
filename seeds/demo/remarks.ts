/** What the demo's customers say at the callback, and what its staff note. */

export const dissatisfiedRemarks = [
  '只说在处理，没人告诉我到底什么时候好。',
  '东西是修好了，可是前后拖了一个星期。',
  '补偿跟当初说的不一样。',
  '师傅来了两次都没带配件。',
];
export const satisfiedRemarks = [
  '处理得挺快，谢谢。',
  '态度很好，问题也解决了。',
  '希望以后不要再出现这样的情况。',
  '',
];
export const notes = [
  '客户比较着急，请优先联系。',
  '已与承运商核对运单，等回电。',
  '客户下午三点以后方便接电话。',
  '同类问题本周第三起，建议复盘。',
  '客户愿意配合提供照片。',
];
