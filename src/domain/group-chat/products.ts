/** The products in whose group chats a robot can post. */
export const chatProducts = ['wecom', 'dingtalk', 'feishu'] as const;
export type ChatProduct = (typeof chatProducts)[number];

/** Hosts at which the products give their robots' addresses out; gateways of one's own have others. */
const hosts: Readonly<Record<ChatProduct, readonly string[]>> = {
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com', 'api.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
};

/** Whose robot an address surely is; null for hosts that are nobody's known one. */
export function productOfHost(host: string): ChatProduct | null {
  return chatProducts.find((product) => hosts[product].includes(host.toLowerCase())) ?? null;
}
