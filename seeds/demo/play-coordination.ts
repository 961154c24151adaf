import type { Play, Scene } from './scene.ts';

/** `coordination`: a letter, a meeting with minutes, and a solution that every party confirms. */
export const playCoordination: Play = async function* (scene) {
  const { agent, demand, owner, way } = scene;
  const { department, login, what } = demand.helper;
  yield [10, 50];
  await judge(scene);
  await scene.tell('response', '您好，您反映的事涉及几个部门，已有专人牵头协调，今天下班前给您回电话。');
  yield [10, 60];
  await scene.nameDepartment(demand.department, 'responsible', '主责，出方案');
  await scene.nameDepartment(department, 'involved', what);
  await scene.fill(agent, 'parties-and-channel', {
    department: demand.department,
    owner: scene.id(owner),
    requirement: demand.wish,
    'wanted-by': scene.isoInHours(48),
    ways: ['letter', 'meeting'],
    weight: way.isHard ? 'urgent-or-complex' : 'ordinary',
    ...(way.isHard && { 'is-phoned-and-messaged': true }),
    'is-everybody-told': true,
  });
  yield [10, 40];
  await scene.act(owner, { do: 'accept', plan: demand.judgement, eta: scene.inHours(36) });
  yield [5, 30];
  await scene.askByLetter(['message', 'email'], 24);
  yield [40, 200];
  await scene.answerLetter('可以配合', { inHours: 30, note: '今天的车已排满，最快明天' });
  yield [10, 40];
  if (way.isHard) await scene.act(agent, { do: 'settle-letter', letter: 1, isAgreed: true, note: '明天也行' });
  await scene.act(agent, {
    do: 'call-meeting',
    at: scene.inHours(1),
    until: scene.inHours(1.5),
    staff: [scene.id(owner), scene.id(login)],
    parties: [],
    minutesTaker: scene.id(agent),
    topic: `协调会：${demand.wish}`,
    place: '三号会议室',
    agenda: ['通报情况', '定方案、责任人和时间'],
    bring: '各自的处理记录',
  });
  yield [110, 150];
  await scene.act(agent, {
    do: 'record-minutes',
    meeting: 1,
    attended: [scene.id(owner), scene.id(login), scene.id(agent)],
    background: demand.what,
    statements: [`主责部门：${demand.cause}`, `配合部门：${what}，可以按时完成`],
    decisions: [demand.solution],
    actions: [{ what, department, owner: scene.id(login), due: scene.inHours(20) }],
  });
  await scene.fill(agent, 'coordination-outcome', {
    outcome: demand.solution,
    'root-cause': demand.cause,
    expected: scene.isoInHours(24),
    'is-customer-told': true,
  });
  yield [10, 40];
  yield* agree(scene);
  yield [20, 60];
  await scene.act(login, {
    do: 'accept-task',
    task: 1,
    eta: scene.inHours(12),
    plan: way.isHard ? '先约客户时间再上门' : '今天安排',
  });
  await scene.act(owner, { do: 'accept-task', task: 2, eta: null, plan: demand.how });
  if (way.isHard) {
    yield [60, 200];
    await scene.act(owner, {
      do: 'report-obstacle',
      obstacle: '现场缺一个配件，正从邻近仓库调拨',
      eta: scene.inHours(20),
    });
    await scene.tell('progress', '现场缺一个配件，已从邻近仓库调拨，预计明天上午完成。', scene.inHours(20));
  }
  yield [60, 240];
  await scene.act(login, { do: 'finish-task', task: 1, result: `${what}：已完成` });
  yield [60, 240];
  await scene.act(owner, { do: 'finish-task', task: 2, result: '已按方案办完' });
  await scene.fill(owner, 'execution', {
    steps: [what, demand.how],
    result: demand.solution,
    'is-verified': true,
  });
  yield [10, 60];
  await scene.tell('result', demand.result);
  yield [60, 600];
  await scene.fill(agent, 'callback', { rating: way.rating });
  yield [60, 600];
  await scene.fill(agent, 'closing', {
    'is-complete': true,
    kind: way.isHard ? 'complex' : 'simple',
    ...(way.isHard ? { retrospective: '第一次上门前就该问清现场情况，避免跑空' } : {}),
  });
};

async function judge(scene: Scene): Promise<void> {
  const { agent, demand } = scene;
  await scene.fill(agent, 'judgement', {
    situation: demand.category,
    nature: 'process-gap',
    urgency: demand.priority,
    'urgency-reason': demand.reason,
    'core-demand': demand.wish,
    'is-coordinated': 'needed',
  });
}

/** All three confirm; where it is hard the helper objects once, and a second round says it better. */
async function* agree(scene: Scene): ReturnType<Play> {
  const { agent, demand, owner, way } = scene;
  const helper = `department:${demand.helper.department}`;
  const own = `department:${demand.department}`;
  await scene.circulate(own, 26);
  yield [20, 90];
  if (way.isHard) {
    await scene.answer(demand.helper.login, helper, 1, 'objected', '时间太紧，需要多半天');
    yield [30, 60];
    await scene.fill(agent, 'coordination-outcome', {
      outcome: `${demand.solution}，完成时间放宽半天`,
      'root-cause': demand.cause,
      expected: scene.isoInHours(36),
      'is-customer-told': true,
    });
    await scene.circulate(own, 38);
    yield [20, 60];
  }
  const round = way.isHard ? 2 : 1;
  await scene.answer(demand.helper.login, helper, round);
  await scene.answer(owner, own, round);
  yield [20, 90];
  await scene.answer(agent, 'customer', round);
}
