/** What robots say beside the hand-off itself, in the language that their chat is written in. */
export const robotTexts = {
  zh: {
    open: '在回音中打开工单',
    testTitle: '【需求传递】测试',
    testText: '{organisation}：群机器人已经接通，传递到本部门的工单会发到这里。这是一条测试消息，不需要处理。',
  },
  en: {
    open: 'Open the ticket in Huiyin',
    testTitle: '[Hand-off] Test',
    testText:
      '{organisation}: the robot works, and what is handed to this department is posted here. This is a test; nothing has to be done.',
  },
} as const;
