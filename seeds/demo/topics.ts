/** What a made-up demand is about, by the words it was written with; an option of the field `topic` of the shipped playbooks. */
export function topicOf({ what }: { what: string }): string {
  return patterns.find(([, pattern]) => pattern.test(what))?.[0] ?? 'other';
}

/** The first that fits: money before parcels, parcels before what is in them. */
const patterns: readonly (readonly [topic: string, pattern: RegExp])[] = [
  ['paperwork', /发票|抬头|合同|对账/],
  ['account', /登录|验证码|账号|注销/],
  ['refund', /退款|退货|退回|能退/],
  ['price', /补贴|优惠券|活动|价保|降了|差价|多付|以旧换新|续费/],
  ['payment', /付款|支付|扣款|扣了|下单/],
  ['people', /客服|才到|没有人提前说|白跑/],
  ['delivery', /送到|快递|签收|到货|物流|配送|收货/],
  ['installation', /安装|装空调|上门|报修|维修|保修|延保|漏水|滤芯/],
  ['use', /应用|定时|地图|设备|闪退|接入|连不上|配网|绑定|模式|英文|分享/],
  ['quality', /断电|涂层|发烫|噪音|坏|破|裂|异响|不制冷|故障/],
];
