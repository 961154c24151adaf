import { entry } from './error-entry.ts';

/** Refusals of queues and their saved views; part of the table in errors.ts. */

export const queueErrors = {
  'queue.filter-unknown': entry(
    422,
    '筛选条件 {given} 不存在',
    'There is no such value to filter by: {given}',
    '可用的有：{known}',
    'Use one of: {known}',
  ),
  'queue-view.unknown': entry(
    404,
    '没有这个视图',
    'There is no such view',
    '它可能已被删除，请刷新页面',
    'It may have been deleted; reload the page',
  ),
  'queue-view.too-many': entry(
    422,
    '最多保存 {limit} 个视图',
    'At most {limit} views can be saved',
    '请先删除不用的视图',
    'Delete those that you do not use',
  ),
} as const;
