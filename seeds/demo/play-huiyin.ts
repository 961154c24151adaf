import { type Play, qualityOf, type Scene } from './scene.ts';
import { topicOf } from './topics.ts';

/** `huiyin`, what we recommend: a complete hand-off, a root cause, a letter, a solution all confirm, verified before it counts. */
export const playHuiyin: Play = async function* (scene) {
  const { agent, demand, owner, way } = scene;
  const { department, login, what } = demand.helper;
  yield [5, 25];
  await scene.tell('response', '您好，您反映的情况已经登记，马上转给负责的同事，处理方案出来就告诉您。');
  yield* scene.handOff((to, person) => handOff(scene, to, person), 'scenario');
  yield [10, 60];
  await scene.act(owner, { do: 'accept', plan: demand.judgement, eta: scene.inHours(4) });
  await scene.tell('progress', `已受理，${demand.judgement}。`, scene.inHours(8));
  yield [30, 200];
  await analyse(scene, 'needed');
  yield [10, 40];
  await scene.nameDepartment(demand.department, 'responsible', '主责');
  await scene.nameDepartment(department, 'involved', what);
  await scene.askByLetter(['email'], 20);
  yield [30, 180];
  await scene.answerLetter('可以，今天安排', { inHours: 26, note: '今天人手排满，最快明天上午' });
  if (way.isHard) {
    yield [10, 60];
    await scene.act(agent, { do: 'settle-letter', letter: 1, isAgreed: true, note: '已问过客户，明天上午也可以' });
  }
  await scene.fill(owner, 'coordination-outcome', {
    outcome: `${what}，由配合部门今天完成`,
    expected: scene.isoInHours(18),
  });
  yield [10, 40];
  await scene.circulate(`department:${demand.department}`, 20);
  yield [20, 100];
  await scene.answer(owner, `department:${demand.department}`, 1);
  if (way.isHard) {
    await scene.answer(login, `department:${department}`, 1, 'objected', '步骤里没有写谁通知客户，请补上');
    yield [20, 60];
    await analyse(scene, 'none');
    await scene.circulate(`department:${demand.department}`, 20);
    yield [20, 60];
    await scene.answer(owner, `department:${demand.department}`, 2);
  }
  const round = way.isHard ? 2 : 1;
  await scene.answer(login, `department:${department}`, round);
  yield [15, 120];
  await scene.answer(agent, 'customer', round);
  yield [10, 40];
  await scene.act(owner, { do: 'accept-task', task: 1, eta: null, plan: demand.how });
  yield [60, 300];
  await scene.act(owner, { do: 'finish-task', task: 1, result: '已按方案办完' });
  await scene.tell('progress', '已经办完，正在复核，复核后告诉您结果。', scene.inHours(4));
  await scene.fill(owner, 'execution', { steps: [what, demand.how], result: demand.solution });
  yield [10, 50];
  await scene.fill(agent, 'verification', { how: '逐项核对记录，并回看客户端显示', 'is-verified': true });
  await scene.tell('result', demand.result);
  yield [60, 700];
  await scene.fill(agent, 'callback', { 'is-solved': 'solved', rating: way.rating, 'is-praised': !way.isHard });
  yield [60, 600];
  await scene.fill(agent, 'archive', {
    'is-complete': true,
    'handoff-quality': qualityOf(way.handOff),
    review: way.isHard ? 'repeated' : 'none',
    ...(way.isHard ? { retrospective: '同类问题本月第三次，已列入流程改进' } : {}),
  });
};

function handOff(scene: Scene, department: string, owner: string): Promise<void> {
  const { agent, demand } = scene;
  const isUrgent = demand.priority === 'urgent';
  return scene.fill(agent, 'handoff-template', {
    category: demand.category,
    priority: demand.priority,
    'priority-reason': demand.reason,
    topic: topicOf(demand),
    scenario: `${demand.scenario}；${demand.what}`,
    'core-demands': [demand.wish],
    'preliminary-judgement': demand.judgement,
    'promised-already': '无',
    department,
    owner: scene.id(owner),
    requirement: demand.wish,
    deadline: scene.isoInHours(isUrgent ? 6 : 40),
    ...(isUrgent ? { 'is-announced-by-phone': true } : {}),
  });
}

/** An objection leads back to here; by then the departments have been heard. */
function analyse(scene: Scene, collaboration: 'needed' | 'none'): Promise<void> {
  const { demand, owner } = scene;
  return scene.fill(owner, 'analysis', {
    'root-cause': demand.cause,
    'cause-kind': 'process',
    solution: demand.solution,
    expected: scene.isoInHours(20),
    collaboration,
  });
}
