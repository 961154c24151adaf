import { entry } from './error-entry.ts';

/** Refusals of group chats and their robots; part of the table in errors.ts. */

export const groupChatErrors = {
  'group-chat.none': entry(
    404,
    '这个部门没有设置群机器人',
    'This department’s group chat has no robot',
    '请管理员在「部门」里设置后再试',
    'An administrator sets it under Departments',
  ),
  'group-chat.unknown-department': entry(
    404,
    '没有这个部门',
    'There is no such department',
    '请刷新页面后重新选择',
    'Reload the page and choose again',
  ),
  'group-chat.needs-address': entry(
    422,
    '请填写机器人的 Webhook 地址',
    'The robot’s webhook address is missing',
    '在群设置里添加机器人后复制它的地址',
    'Add the robot in the settings of the group chat and copy its address',
  ),
  'group-chat.address': entry(
    422,
    '这不是可以使用的 Webhook 地址',
    'This webhook address cannot be used',
    '须以 https:// 开头并指向公网；内网网关须由运维写入 HUIYIN_PRIVATE_HOSTS',
    'It has to begin with https:// and be on the internet; gateways of the own network are named in HUIYIN_PRIVATE_HOSTS',
  ),
  'group-chat.other-product': entry(
    422,
    '这个地址属于另一种产品的机器人：{product}',
    'This is the address of another product’s robot: {product}',
    '请改选产品，或换成对应的地址',
    'Choose that product, or use the right address',
  ),
  'group-chat.post-unknown': entry(404, '没有这条群消息', 'There is no such post', '请刷新页面', 'Reload the page'),
  'group-chat.not-failed': entry(
    409,
    '这条群消息不需要重发',
    'This post need not be tried again',
    '它已经发出、正在排队，或对应的传递已经结束；请刷新页面',
    'It was posted, is about to be, or its hand-off is over; reload the page',
  ),
} as const;
