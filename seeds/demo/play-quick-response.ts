import type { Play } from './scene.ts';
import { topicOf } from './topics.ts';

/** `quick-response`: whoever registered it sees it through; nothing is carried out before the customer accepts the solution. */
export const playQuickResponse: Play = async function* (scene) {
  const { agent, demand, owner, way } = scene;
  yield [10, 40];
  await scene.fill(agent, 'classification', {
    category: demand.category,
    priority: demand.priority,
    'priority-reason': demand.reason,
    topic: topicOf(demand),
  });
  await scene.tell('response', '您好，您的反馈已登记，由我一直跟到底，有进展马上告诉您。');
  yield [10, 40];
  await scene.fill(agent, 'push', {
    department: demand.department,
    owner: scene.id(owner),
    'core-problem': demand.judgement,
    'wanted-by': scene.isoInHours(48),
  });
  yield [20, 150];
  await scene.act(owner, { do: 'accept', plan: demand.judgement, eta: scene.inHours(24) });
  yield [30, 200];
  await propose(0);
  yield [10, 40];
  await scene.circulate('customer', 24);
  yield [20, 120];
  if (way.isHard) {
    await scene.answer(agent, 'customer', 1, 'objected', '客户希望再快一天');
    yield [30, 120];
    await propose(-4);
    await scene.circulate('customer', 16);
    yield [20, 90];
  }
  await scene.answer(agent, 'customer', way.isHard ? 2 : 1);
  yield [60, 300];
  await scene.act(owner, {
    do: 'assign-task',
    department: demand.helper.department,
    owner: scene.id(demand.helper.login),
    due: scene.inHours(10),
    what: demand.helper.what,
  });
  await scene.tell('progress', '已经开始办，预计明天完成。', scene.inHours(24));
  yield [20, 60];
  await scene.act(demand.helper.login, { do: 'accept-task', task: 1, eta: scene.inHours(8), plan: '今天下班前办完' });
  yield [120, 500];
  await scene.act(demand.helper.login, { do: 'finish-task', task: 1, result: `${demand.helper.what}：已完成` });
  await scene.fill(owner, 'execution', { steps: [demand.helper.what, demand.how] });
  yield [20, 120];
  await scene.fill(agent, 'verification', { how: '照客户的步骤走了一遍，并请客户看过', 'is-verified': true });
  await scene.tell('result', demand.result);
  yield [200, 900];
  await scene.fill(agent, 'callback', {
    'is-solved': 'solved',
    rating: way.rating === 'satisfied' ? 'satisfied' : 'fair',
  });
  yield [60, 600];
  if (demand.category === 'suggestion') {
    await scene.tell('news', `您的建议有结果了：${demand.result}`);
    await scene.fill(agent, 'follow-up', { outcome: 'released' });
  }
  await scene.fill(agent, 'archive', { 'is-complete': true });

  function propose(sooner: number): Promise<void> {
    const expected = scene.isoInHours(20 + sooner);
    return scene.fill(owner, 'solution', { cause: demand.cause, solution: demand.solution, expected });
  }
};
