import { expect, it } from 'vitest';
import { ApiProblem } from '../api/api-problem.ts';
import { moreWords } from './use-say-problem.ts';

it('says of single inputs what the title does not, once, and not what the API calls them', () => {
  const one = new ApiProblem(409, { title: '工单已受理', field: 'ticket' });
  expect(moreWords(one)).toEqual([]);
  const errors = [
    { field: 'from', in: 'body', message: '日期不存在' },
    { field: 'to', in: 'body', message: '日期不存在' },
  ] as const;
  expect(moreWords(new ApiProblem(400, { title: '提交的内容不符合要求', errors: [...errors] }))).toEqual([
    '日期不存在',
  ]);
  expect(moreWords(null)).toEqual([]);
});
