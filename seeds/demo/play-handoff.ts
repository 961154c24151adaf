import { type Play, qualityOf } from './scene.ts';

/** `handoff`: handed off with its template complete, answered in time, delivered, told and called back. */
export const playHandoff: Play = async function* (scene) {
  const { agent, demand, owner, way } = scene;
  const isUrgent = demand.priority === 'high';
  yield [10, 60];
  const make = (department: string) =>
    scene.fill(agent, 'handoff-template', {
      category: demand.category,
      'scenario-done': demand.scenario,
      'scenario-wrong': demand.what,
      'core-demands': [demand.wish],
      urgency: demand.priority,
      'urgency-reason': demand.reason,
      'preliminary-judgement': demand.judgement,
      'promised-already': '只答应当天回电，没有承诺结果',
      department,
      requirement: `查清原因，${demand.wish}`,
      deadline: scene.isoInHours(isUrgent ? 6 : 48),
      ...(isUrgent ? { 'is-announced-by-phone': true } : {}),
    });
  await scene.tell('response', '您好，您反映的情况已经登记清楚，由业务部门专人处理，今天会给您回电。');
  yield* scene.handOff(make, 'scenario-done');
  yield [15, 200];
  // A later date than was asked for: customer service agrees on it or not.
  const eta = scene.inHours(way.isHard ? (isUrgent ? 10 : 60) : 5);
  await scene.act(owner, { do: 'accept', plan: demand.judgement, eta });
  yield [15, 60];
  if (way.isHard) await scene.act(agent, { do: 'settle-date', isAgreed: true, note: '已和客户说明，客户同意晚一些' });
  const { department, login, what } = demand.helper;
  await scene.act(owner, {
    do: 'assign-task',
    department,
    owner: scene.id(login),
    due: scene.inHours(8),
    what,
  });
  yield [20, 120];
  await scene.act(login, { do: 'accept-task', task: 1, eta: null, plan: '今天之内给结果' });
  yield [60, 240];
  await scene.act(login, { do: 'finish-task', task: 1, result: `${what}：已办好` });
  if (way.isHard) {
    await scene.act(owner, {
      do: 'report-obstacle',
      obstacle: '需要两级审批，审批人外出，最快今晚批下来',
      eta: scene.inHours(6),
    });
    await scene.tell('progress', '审批还差一步，今晚批下来就办，明早给您结果。', scene.inHours(12));
  }
  yield [60, 300];
  await scene.fill(owner, 'handling', { actions: [what, demand.solution], cause: demand.cause });
  yield [20, 90];
  await scene.fill(owner, 'result-packet', {
    solution: demand.solution,
    confirmation: 'confirmed',
    'is-verified': true,
  });
  yield [10, 50];
  await scene.tell('result', demand.result);
  yield [60, 600];
  await scene.fill(agent, 'callback', { 'told-via': 'phone', rating: way.rating, 'is-praised': !way.isHard });
  yield [60, 600];
  await scene.fill(agent, 'archive', {
    'is-complete': true,
    'handoff-quality': qualityOf(way.handOff),
    ...(way.isHard ? { lesson: '大额事项先问审批人在不在，再答应时间', 'is-training-case': true } : {}),
  });
};
