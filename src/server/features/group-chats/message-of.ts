import type { GroupMessage } from '../../channels/group-chat/product.ts';
import type { HandOffMessage } from '../outputs/index.ts';
import type { GroupChatDeps } from './deps.ts';
import { chatIdOf } from './store-chats.ts';
import { robotTexts } from './texts.ts';

type Language = 'zh' | 'en';

/** The hand-off as it is posted: in the form of its template, to whoever is responsible, with the way to the ticket. */
export async function messageOf(
  { engine, publicUrl }: Pick<GroupChatDeps, 'engine' | 'publicUrl'>,
  { facts, lines, addressee }: HandOffMessage,
  language: Language,
): Promise<GroupMessage> {
  const mention = addressee === null ? null : await chatIdOf(engine.pool, addressee);
  const label = robotTexts[language].open;
  return { lines, mention, link: publicUrl === null ? null : { label, url: `${publicUrl}/tickets/${facts.id}` } };
}

/** It holds the same first words as a hand-off: a robot that lets through only what holds a keyword treats both alike. */
export function testMessage(organisation: string, department: string, language: Language): GroupMessage {
  const { testTitle, testText } = robotTexts[language];
  return {
    lines: [`${testTitle} ${department}`, testText.replace('{organisation}', organisation)],
    mention: null,
    link: null,
  };
}
