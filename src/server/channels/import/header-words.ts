import type { Binding } from '../../../domain/playbook/schema-form.ts';

/**
 * What columns are called in lists of demands, by what they hold; compared without spaces, marks and capitals. `subject` goes in front
 * of the description, `reference` is the row's own number in the list.
 */
export type ColumnMeaning = Binding | 'subject' | 'reference';

export const headerWords: Readonly<Partial<Record<ColumnMeaning, readonly string[]>>> = {
  reference: [
    ...['编号', '单号', '工单号', '工单编号', '受理编号', '受理单号', '流水号', '记录号'],
    ...['id', 'no', 'number', 'reference', 'ref', 'ticket', 'ticketid', 'ticketno', 'ticketnumber', 'caseid', 'case'],
  ],
  subject: ['主题', '标题', '题目', '事项', 'subject', 'title', 'summary', 'topic', 'headline'],
  description: [
    ...[
      '详情',
      '内容',
      '描述',
      '现象',
      '正文',
      '留言',
      '评论',
      '评价',
      '评价内容',
      '诉求',
      '需求',
      '问题',
      '反馈',
      '原话',
      '情况',
    ],
    ...['details', 'detail', 'description', 'content', 'text', 'body', 'message', 'comment', 'review', 'feedback'],
    ...['issue', 'problem', 'complaint', 'request', 'question'],
  ],
  expectation: ['期望', '期望结果', '期望处理结果', '要求', 'expectation', 'expected', 'expectedresult', 'wanted'],
  'received-at': [
    ...[
      '时间',
      '日期',
      '接收时间',
      '受理时间',
      '来电时间',
      '提交时间',
      '创建时间',
      '登记时间',
      '接收日期',
      '受理日期',
      '登记日期',
    ],
    ...[
      'time',
      'date',
      'datetime',
      'received',
      'receivedat',
      'created',
      'createdat',
      'submitted',
      'submittedat',
      'timestamp',
    ],
  ],
  'customer-name': [
    ...[
      '用户',
      '客户',
      '姓名',
      '名称',
      '昵称',
      '称呼',
      '用户名',
      '联系人',
      '投诉人',
      '反馈人',
      '来电人',
      '网友',
      '市民',
    ],
    ...['user', 'username', 'name', 'customer', 'customername', 'fullname', 'nickname', 'author', 'client', 'from'],
  ],
  'customer-contact': [
    ...[
      '联系方式',
      '电话',
      '电话号码',
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '来电号码',
      '邮箱',
      '电子邮箱',
      '微信',
      '微信号',
    ],
    ...['contact', 'phone', 'phonenumber', 'mobile', 'tel', 'telephone', 'cell', 'email', 'mail', 'wechat'],
  ],
  'customer-number': [
    ...['客户编号', '客户号', '会员号', '会员编号', '用户编号', '用户id', '客户id', '会员id', '账号', '账户'],
    ...['customerid', 'customerno', 'customernumber', 'memberid', 'userid', 'account', 'accountid', 'uid'],
  ],
  'customer-type': ['客户类型', '用户类型', '客户类别', 'customertype', 'usertype'],
  'preferred-channel': ['回复方式', '希望回复方式', '答复方式', 'preferredchannel', 'replyvia'],
  channel: ['渠道', '来源渠道', '受理渠道', '反馈渠道', '接入渠道', '来电渠道', 'channel', 'sourcechannel', 'via'],
  category: [
    ...[
      '分类',
      '类别',
      '类型',
      '一级分类',
      '需求类型',
      '问题类型',
      '问题类别',
      '诉求类型',
      '投诉类型',
      '反馈类型',
      '业务类型',
    ],
    ...['category', 'type', 'kind', 'class', 'tag', 'label'],
  ],
  priority: ['优先级', '紧急程度', '紧急度', '等级', '级别', 'priority', 'urgency', 'severity', 'level'],
  'priority-reason': ['紧急理由', '定级理由', 'priorityreason'],
};

/** Words in front that say nothing new: 留言时间 is a time, 客户电话 a telephone. */
export const idlePrefix =
  /^(?:留言|投诉|反馈|客户|用户|来电|工单|诉求|问题|需求|市民|网友|消息|信息|咨询|评论|customer|user|ticket|request)/;

export function bareHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[\s_*:：.#/\\-]+/g, '');
}
