import type { Problem } from './problem.ts';
import { inChinese } from './problem-words.ts';

/**
 * What to do about a problem, in both languages: what the problem says itself or the name that was probably meant, else by the shape of its
 * sentence. The Chinese half stands here only where the sentence in `problem-words.ts` has none.
 */
export function remedyOf(problem: Problem): { zh: string; en: string } {
  const { message, remedy, nearest } = problem;
  const meant = nearest === undefined ? null : { zh: `请写 ${nearest}`, en: `write ${nearest}` };
  const { en, zh } = byShape(message);
  return {
    zh: inChinese(problem).zh?.remedy ?? meant?.zh ?? zh ?? remedy ?? '请在这里更正',
    en: remedy ?? meant?.en ?? en ?? 'correct it at this place',
  };
}

function byShape(message: string): { en?: string; zh?: string } {
  for (const [shape, en, zh] of table) {
    const found = shape.exec(message);
    if (!found) continue;
    const put = (text: string) => text.replace(/\$(\d)/g, (_, place: string) => found[Number(place)] ?? '');
    return { en: put(en), ...(zh !== undefined && { zh: put(zh) }) };
  }
  return {};
}

/** In English the sentence often says it already (`; write …`); what is plain from there is not said twice. */
const table: readonly (readonly [shape: RegExp, en: string, zh?: string])[] = [
  [/^there is no (.+?) "(.*)"; there is (.+)$/s, 'choose one of $3'],
  [/^there is no (.+?) "(.*)"; there are none$/s, 'add one first'],
  [/^there is no (.+?) "(.*)"$/s, 'choose one that is defined', '请写已定义的名称'],
  [/is defined twice$/, 'rename or remove one'],
  [/stands twice in one map$/, 'remove one'],
  [/is listed twice$/, 'remove one'],
  [/^is missing$/, 'add it'],
  [/^must be at most|^must list at most|is out of range$/s, 'write less', '请改小或写短'],
  [/^must be greater than 0$/, 'write a larger number', '请改大'],
  [/^must be later than/, 'order the steps by time'],
  [/^must be (.+)$/, 'write what is asked for here', '请按要求的类型填写'],
  [/^must not be empty$|^must list at least/, 'add what is missing', '请补上'],
  [/is not valid here; write (.+)$/s, 'write $1'],
  [/is no sign of YAML/, 'write it as the sentence says'],
  [/cannot stand here/, 'write something else', '请换一种写法'],
  [/^form, field and is together$/, 'add those that are missing', '请补齐三项，或全部删去'],
  [/^names a part of the date twice$/, 'keep one of them', '请只保留一个'],
  [/^has \{(\w+)\} without \{(\w+)\}$/, 'add {$2}', '请加上 {$2}'],
  [/^no rating is satisfied/, 'set isSatisfied: true for at least one'],
  [/^no rating is dissatisfied/, 'set isSatisfied: false for at least one'],
  [/^the first stage needs a form/, 'give it a form'],
  [/^the form of the first stage needs a field that binds (.+)$/, 'add a field with binds: $1'],
  [/for the registration, so it must be required/, 'write required: true'],
  [
    /can only be set by the form of the first stage$/,
    'move it to the form of the first stage',
    '请移到第一个环节的表单',
  ],
  [/is already set by the field|^stands beside options/, 'keep one of them'],
  [
    /needs options, or optionsFrom$/,
    'list options, or name a list in optionsFrom',
    '请列出选项，或用「选项取自」（optionsFrom）指定列表',
  ],
  [/^only choice and choices have options/, 'remove the options, or make it a choice', '请删去选项，或改为单选、多选'],
  [
    /^only the answer to a choice names departments/,
    'remove departments, or make it a choice',
    '请删去 departments，或改为单选',
  ],
  [/the field is always required$/, 'remove it, or required'],
  [/only a choice or check can decide$/, 'name a choice or a check'],
  [/^a field that binds (.+) must be (.+), not/, 'change its type to $2', '请改为 $2'],
  [
    /^a field that binds (.+) must have optionsFrom: (.+)$/,
    'write optionsFrom: $2',
    '请把「选项取自」（optionsFrom）设为 $2',
  ],
  [/lists no ratingDimensions/, 'add ratingDimensions first'],
  [/^only text and long-text have a length/, 'remove maxLength', '请删去「最多字数」（maxLength）'],
  [/^only a date-time lies in the past|already has its own rule/, 'remove past', '请删去「已发生的时间」（past）'],
  [/^no stage has the form/, 'give it to a stage, or remove it'],
  [/^has neither a form nor gates/, 'add a form or gates'],
  [/is already the form of the stage/, 'use a form of its own', '请换用另一张表单'],
  [/^completing the last stage closes/, 'write todo, in-progress or resolved', '请写 todo、in-progress 或 resolved'],
  [/hands nothing off/, 'add a field with binds: department, or remove onlyByForm'],
  [/^asks for a rating but not where/, 'add dissatisfied: { to: … }'],
  [/does not lead to this stage again/, 'send it back to a stage that leads here again'],
  [/no stage is the last one/, 'remove next from the last stage'],
  [/which is not on the way/, 'send it back to a stage on the way'],
  [/^no ticket reaches the stage/, 'let a stage before it lead here, or remove it'],
  [/^nothing can open the gate .+ binds (\S+)$/, 'add a field with binds: $1 to a form before, or remove the gate'],
  [/^does not go with (\S+), only with (.+)$/, 'remove it, or use it with $2', '请删去，或与 $2 连用'],
  [/^has no target for the priority "(.*)"$/, 'add a target for $1'],
  [
    /^the clock is not for the priority/,
    'remove the target, or add the priority',
    '请删去这个目标，或在「优先级」（priorities）中加上它',
  ],
  [/before the due time is not shorter/, 'write a shorter time'],
  [/follows the ticket's/, 'let people change that time instead'],
  [/^names none, so nothing|for none of the priorities that may be extended/, 'list priorities that may be extended'],
  [
    /no form of a stage binds (.+)$/,
    'add a field with binds: $1, or wait for another event',
    '请加一个「同时设定」（binds）为 $1 的填写项，或换一个事件',
  ],
  [
    /no stage has the status resolved$/,
    'give a stage status: resolved',
    '请把某个环节的「工单状态」（status）设为已解决（resolved）',
  ],
  [/can never happen here: no stage .*has the form/, 'name a form that a stage has', '请写某个环节使用的表单'],
  [/no ticket ever comes to/, 'use ticket.registered'],
  [/coordination.uses does not list (.+)$/, 'add $1 to coordination.uses'],
  [/^closing a ticket ends its clocks/, 'let it start earlier', '请换一个更早的开始事件'],
  [/^can never happen once the clock has started$/, 'name an event that follows the start'],
  [
    /^customers give their (.+), but no field/,
    'add a field with binds: $1',
    '请在第一张表单加一个「同时设定」（binds）为 $1 的填写项',
  ],
  [/^nobody answers the required field/, 'add it to asks or answers'],
  [
    /cannot be answered for the customer$/,
    'ask the customer: add it to asks',
    '请改为由客户填写：加到「还要填写」（asks）',
  ],
  [/^must say which parties confirm/, 'list customer, department or external', '请写 customer、department 或 external'],
  [/^has no effect/, 'remove it', '请删去'],
  [/^outside parties have to be named|^letters go to parties/, 'add parties to uses'],
  [/^due is the time of a hand-off/, 'add a scope'],
  [/starts at (.+), not at (.+)$/, 'start it at $1', '请从 $1 开始'],
  [/so it would end the clock for all of them; use (.+)$/, 'use $1'],
  [/^a party has no time of its own/, 'write a target'],
  [/is never passed over$|^tickets are sent back to this stage/, 'remove when', '请删去「适用情形」（when）'],
  [/is not answered before this stage$/, 'name a form of an earlier stage', '请写之前环节的表单'],
  [/^the file is larger than/, 'make it shorter'],
  [/^the file is not UTF-8/, 'save it as UTF-8'],
  [/nested (more than|too)/, 'nest less', '请减少嵌套'],
  [/^aliases |^Unresolved alias/, 'write it out'],
  [/^tags |^a tab |one playbook a file|plain text$/, 'write it as the sentence says', '请按提示改写'],
  [/^Map keys must be unique/, 'remove one of the two'],
  [
    /(indent|Flow|quote|Missing|Nested|Implicit|unexpected|token)/i,
    'look at indentation, brackets, quotes and commas here',
  ],
];
