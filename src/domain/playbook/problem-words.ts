import type { Problem } from './problem.ts';

/**
 * The sentences of the checks in Chinese. The checks speak English, as the command line and the API's defaults do; the same sentence is looked up
 * here by its shape. `tests/domain/playbook-mistakes.ts` sees that none is missing; the parser's words about broken YAML have
 * theirs in `yaml-words.ts`.
 */
export function inChinese(problem: Problem): Problem {
  if (problem.zh) return problem;
  for (const [shape, words] of table) {
    const found = shape.exec(problem.message);
    if (found) return { ...problem, zh: fill(words, found.slice(1)) };
  }
  return problem;
}

type Words = { message: string; remedy?: string };

function fill({ message, remedy }: Words, said: readonly (string | undefined)[]): Words {
  const put = (text: string) =>
    text.replace(/([$%])(\d)/g, (_, mark: string, place: string) =>
      listed(said[Number(place) - 1] ?? '', mark === '%'),
    );
  return remedy === undefined ? { message: put(message) } : { message: put(message), remedy: put(remedy) };
}

/** `$1` is a name as it stands, or a list of them; `%1` a word for a kind of thing, which is put into Chinese. */
function listed(text: string, isThing: boolean): string {
  return text
    .split(/(, | or )/)
    .map((part) => (part === ', ' ? '、' : part === ' or ' ? ' 或 ' : isThing ? (things[part] ?? part) : part))
    .join('');
}

const things: Readonly<Record<string, string>> = {
  channel: '渠道',
  'customer type': '客户类型',
  department: '部门',
  category: '类别',
  priority: '优先级',
  rating: '满意度',
  'rating dimension': '评价维度',
  form: '表单',
  stage: '环节',
  clock: '时限',
  table: '统计表',
  key: '键',
  choice: '选项',
  column: '列',
  field: '填写项',
  option: '选项',
  'other field': '其他填写项',
  'field of the first form': '第一张表单的填写项',
  text: '文字',
  'a number': '数字',
  'a whole number': '整数',
  'true or false': 'true 或 false',
  'a list': '列表',
  'a map of keys': '键值',
  empty: '空',
  'a time such as 45s': '时间，如 45s',
};

const say = (message: string, remedy?: string): Words => (remedy === undefined ? { message } : { message, remedy });

const table: readonly [RegExp, Words][] = [
  [/^there is no (.+?) "(.*)"; there is (.+)$/s, say('没有%1「$2」', '可选：$3')],
  [/^there is no (.+?) "(.*)"; there are none$/s, say('没有%1「$2」', '还没有定义任何%1，请先添加')],
  [/^there is no (.+?) "(.*)"$/s, say('没有%1「$2」')],
  [/^the (.+) "(.*)" is defined twice$/, say('%1「$2」定义了两次', '请改名或删去一个')],
  [/^the key "(.*)" stands twice in one map$/, say('键「$1」在同一处出现两次', '请删去一个')],
  [/^is missing$/, say('缺少这一项', '请补上')],
  [/^must be true or false, not (.+)$/, say('应为 true 或 false，而不是%1')],
  [/^must be at most (\d+) characters$/, say('最多 $1 个字符')],
  [/^must be at most (\d+)$/, say('最大为 $1')],
  [/^must be greater than 0$/, say('应大于 0')],
  [/^must be later than the step before$/, say('应晚于前一步', '请按时间先后排列')],
  [/^must be a map of keys, not empty$/, say('这里是空的', '请写「键: 值」，或从一套现有的方案改起')],
  [/^must be a map of keys, not text$/, say('这里应是「键: 值」，而不是一段文字', '请写「键: 值」')],
  [/^must be (.+), not (.+)$/, say('应为%1，而不是%2')],
  [/^must be (.+)$/, say('应为%1')],
  [/^must not be empty$/, say('不能为空')],
  [/^must list at least (\d+)$/, say('至少列出 $1 项')],
  [/^must list at most (\d+)$/, say('最多列出 $1 项')],
  [
    /^"(.*)" is not valid here; write capital letters, then/s,
    say(
      '「$1」不符合编号规则的格式',
      '请依次写大写字母、需要的 {yyyy}、{MM}、{dd} 和 {seq:位数}，如 CF{yyyy}{MM}{dd}{seq:4}',
    ),
  ],
  [/^"(.*)" is not valid here; write (.+)$/s, say('「$1」不符合格式', '应写作：%2')],
  [/^"(.*)" is out of range$/s, say('「$1」超出范围')],
  [/^"(.*)" cannot stand here: (.+)$/s, say('「$1」不能写在这里：$2')],
  [/^form, field and is together$/, say('form、field 与 is 要一起写')],

  [/^names a part of the date twice$/, say('日期的同一部分写了两次')],
  [/^has \{(\w+)\} without \{(\w+)\}$/, say('有 {$1} 而没有 {$2}')],
  [
    /^no rating is satisfied, so/,
    say('没有一个选项算作满意，工单永远无法确认', '请把至少一项设为「算作满意」（isSatisfied: true）'),
  ],
  [
    /^no rating is dissatisfied, so/,
    say('没有一个选项算作不满意，永远不会启动二次处理', '请把至少一项设为不「算作满意」（isSatisfied: false）'),
  ],

  [/^the first stage needs a form/, say('第一个环节需要表单：填写它就是登记工单', '请给它加上「表单」（form）')],
  [
    /^the form of the first stage needs a field that binds (.+)$/,
    say('第一个环节的表单缺少设定 $1 的填写项', '请加一个「同时设定」（binds）为 $1 的填写项'),
  ],
  [
    /^binds (.+) for the registration, so it must be required: true$/,
    say('登记时设定 $1，因此必须填写', '请设为「必填」（required: true）'),
  ],
  [/^(.+) can only be set by the form of the first stage$/, say('$1 只能由第一个环节的表单设定')],

  [/^"(.*)" is already set by the field "(.*)" of this form$/, say('$1 已由本表单的「$2」设定', '请只保留一个')],
  [/^a (.+) needs options, or optionsFrom$/, say('$1 需要「选项」（options）或「选项取自」（optionsFrom）')],
  [/^stands beside options; keep one of them$/, say('与「选项」（options）同时出现', '请只保留一个')],
  [/^only choice and choices have options, not (.+)$/, say('只有 choice 与 choices 有选项，$1 没有')],
  [/^only the answer to a choice names departments, not (.+)$/, say('只有 choice 的答案能指定部门，$1 不能')],
  [
    /^has no effect: the field is always required$/,
    say('不起作用：这一项本来就必填', '请删去，或去掉「必填」（required）'),
  ],
  [
    /^"(.*)" is a (.+); only a choice or check can decide$/,
    say('「$1」是 $2，只有单选或勾选才能决定', '请改用单选或勾选的填写项'),
  ],
  [/^a field that binds (.+) must be (.+), not (.+)$/, say('设定 $1 的填写项应为 $2，而不是 $3')],
  [
    /^a field that binds (.+) must have optionsFrom: (.+)$/,
    say('设定 $1 的填写项，「选项取自」（optionsFrom）应为 $2'),
  ],
  [
    /^the playbook lists no ratingDimensions to rate$/,
    say('方案没有列出「评价维度」（ratingDimensions）', '请先添加评价维度'),
  ],
  [/^only text and long-text have a length, not (.+)$/, say('只有 text 与 long-text 有字数限制，$1 没有')],
  [/^only a date-time lies in the past, not (.+)$/, say('只有 date-time 可以设为已发生的时间，$1 不行')],
  [/^a field that binds (.+) already has its own rule$/, say('同时设定 $1 的填写项已有时间规则，不能再设')],

  [/^no stage has the form "(.*)"$/, say('没有环节使用表单「$1」', '请给某个环节加上它，或删去')],
  [
    /^has neither a form nor gates/,
    say('既没有表单也没有离开的条件，工单会不知不觉地经过', '请加上「表单」（form）或「离开前须满足」（gates）'),
  ],
  [/^"(.*)" is already the form of the stage "(.*)"$/, say('「$1」已是环节「$2」的表单')],
  [
    /^completing the last stage closes a ticket/,
    say('完成最后一个环节就关闭工单；处于环节中时只能是 todo、in-progress 或 resolved'),
  ],
  [
    /^the form of this stage hands nothing off/,
    say(
      '本环节的表单没有设定 department 的填写项，传递不了',
      '请加上「同时设定」（binds）为 department 的填写项，或取消「只能填全表单后传递」（onlyByForm）',
    ),
  ],
  [
    /^asks for a rating but not where/,
    say('询问满意度，却没有写明不满意时去哪里', '请加上「不满意时」（dissatisfied）退回到哪个环节'),
  ],
  [
    /^"(.*)" does not lead to this stage again, so nobody/,
    say('「$1」不会再走到这个环节，没有人会再次询问客户', '请退回到能再走到这里的环节'),
  ],
  [/^"(.*)" does not lead to this stage again$/, say('「$1」不会再走到这个环节', '请退回到能再走到这里的环节')],
  [
    /^leads back to "(.*)": no stage is the last one/,
    say('又回到「$1」，成了死循环：没有最后一个环节，工单无法关闭', '请去掉最后一个环节的「下一环节」（next）'),
  ],
  [
    /^tickets are sent back to "(.*)", which is not on the way/,
    say('工单会退回到「$1」，但它不在从第一个环节起的主流程上', '请把它放进主流程，或退回到主流程上的环节'),
  ],
  [
    /^no ticket reaches the stage "(.*)"/,
    say('工单走不到环节「$1」：主流程上没有环节通向它', '请把前一个环节的「下一环节」（next）设为它，或删去它'),
  ],

  [
    /^nothing can open the gate "(.*)": no form at or before this stage has a field that binds (.+)$/,
    say(
      '条件「$1」永远满足不了：本环节及之前没有设定 $2 的填写项',
      '请在表单里加一个「同时设定」（binds）为 $2 的填写项，或去掉这个条件',
    ),
  ],
  [
    /^nothing can open the gate "(.*)": no form from "(.*)" on, where second handling starts, has a field that binds (.+)$/,
    say(
      '二次处理从「$2」开始，之后条件「$1」再也满足不了',
      '请在之后的表单里加一个「同时设定」（binds）为 $3 的填写项',
    ),
  ],
  [/^the gate "(.*)" is listed twice$/, say('条件「$1」列了两次', '请删去一个')],

  [/^does not go with (\S+), only with (.+)$/, say('不能与 $1 连用，只能与 $2')],
  [/^has no target for the priority "(.*)"$/, say('优先级「$1」没有目标', '请补上它的目标')],
  [/^the clock is not for the priority "(.*)"/, say('这个时限不适用于优先级「$1」，见它的「优先级」（priorities）')],
  [/^"(.*)" is listed twice$/, say('「$1」列了两次', '请删去一个')],
  [/^"(.*)" before the due time is not shorter/, say('提前「$1」不短于任何目标，永远不会预警', '请写得短一些')],
  [/^"(.*)" follows the ticket's (.+); change that/, say('「$1」跟随工单自己的时间（$2）', '请改那个时间，不必延期')],
  [
    /^names none, so nothing could be extended$/,
    say('一个优先级也没有列，什么都延不了', '请列出可以延期的优先级，或删去这一项'),
  ],
  [
    /^"(.*)" exists for none of the priorities that may be extended/,
    say('「$1」不适用于任何可以延期的优先级，永远延不了', '请修改「延期」（extension）里的优先级，或不再列出它'),
  ],
  [/^(\S+) can never happen here: no form of a stage binds (.+)$/, say('$1 在这里不会发生：没有环节的表单设定 $2')],
  [
    /^(\S+) can never happen here: no stage has the status resolved$/,
    say('$1 在这里不会发生：没有环节的「工单状态」（status）是已解决（resolved）'),
  ],
  [
    /^(\S+) can never happen here: no stage (?:up to "(.*)" )?has the form "(.*)"$/,
    say('$1 在这里不会发生：没有环节使用表单「$3」'),
  ],
  [
    /^(\S+) can never happen here: no ticket ever comes to "(.*)" again/,
    say('$1 在这里不会发生：工单不会再回到「$2」', '请改用 ticket.registered'),
  ],
  [
    /^(.+) can never happen here: coordination.uses does not list (.+)$/,
    say('$1 在这里不会发生：「协同」没有采用 $2', '请在「协同」的「采用」（uses）中加上 $2'),
  ],
  [/^closing a ticket ends its clocks/, say('工单关闭时所有时限都结束，这个时限永远不会走')],
  [
    /^can never happen once the clock has started$/,
    say('时限开始之后不可能再发生，永远停不下来', '请换成之后会发生的事件'),
  ],

  [/^customers give their (.+), but no field/, say('客户会填写 $1，但第一张表单没有设定它的填写项')],
  [
    /^nobody answers the required field "(.*)"/,
    say('必填项「$1」没有人填写', '请加到「还要填写」（asks）或「代填」（answers）'),
  ],
  [/^a (\S+) cannot be answered for the customer$/, say('$1 不能替客户填写')],

  [/^must say which parties confirm a solution/, say('采用了 solutions，须写明哪些相关方确认方案')],
  [/^has no effect: uses does not list (.+)$/, say('不起作用：「采用」（uses）没有列出 $1')],
  [/^outside parties have to be named first/, say('外部单位要先被明确', '请在「采用」（uses）中加上 parties')],
  [/^letters go to parties/, say('协作需求函发给相关方', '请在「采用」（uses）中加上 parties')],
  [
    /^due is the time of a hand-off/,
    say('due 是某次传递、任务、函或会议的时间', '请用「按什么计」（scope）写明是哪一种'),
  ],
  [/^a clock for each (.+) starts at (.+), not at (.+)$/, say('按每个 $1 计的时限从 $2 开始，而不是 $3')],
  [
    /^(\S+) concerns no single (.+), so it would end the clock for all of them; use (.+)$/,
    say('$1 不属于某一个 $2，会把所有同类时限一起结束', '请改用 $3'),
  ],
  [/^a party has no time of its own/, say('相关方没有自己的时间', '请写明目标')],
  [/^the first stage is never passed over$/, say('第一个环节不会被跳过')],
  [/^tickets are sent back to this stage/, say('工单会退回到这个环节，因此不能被跳过')],
  [/^"(.*)" is not answered before this stage$/, say('「$1」在这个环节之前还没有填写')],

  [
    /^the full-width sign (.) is no sign of YAML; write : with/,
    say('「$1」是中文标点，YAML 不认', '请改成英文冒号，后面加一个空格'),
  ],
  [/^the full-width sign (.) is no sign of YAML; write (.)$/, say('「$1」是中文标点，YAML 不认', '请改成英文的 $2')],
  [/^the file is larger than (.+)$/, say('文件大于 $1', '请精简后再试')],
  [/^the file is not UTF-8 text/, say('文件不是 UTF-8 文本', '请另存为 UTF-8')],
  [/^parts are nested more than (\d+) deep$/, say('嵌套超过 $1 层')],
  [/^aliases \(\*name\) repeat more than (\d+) parts/, say('别名（*名称）重复引用超过 $1 处', '请直接写出来')],
  [/^Unresolved alias .*: (.+)$/, say('别名 *$1 之前没有对应的锚点（&$1）', '请先写锚点，或直接写出来')],
];
