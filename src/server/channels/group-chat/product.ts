import type { ChatProblem } from '../../../domain/group-chat/problems.ts';

/** A robot that posts in one group chat. The address alone lets anybody post there: it is as secret as a password. */
export type Robot = { url: string; secret: string | null };

/** `mention`: whom the product alerts, by phone number or by the id that it knows the person by; null for nobody in particular. */
export type GroupMessage = { lines: readonly string[]; mention: string | null; link: ChatLink | null };
export type ChatLink = { label: string; url: string };

/** What the robot said to it. `answer` is its own words, for people to read. */
export type RobotReply = { isPosted: true } | { isPosted: false; problem: ChatProblem; answer: string };

/** How one product's robots are spoken to. */
export type RobotProtocol = {
  /** @param now epoch ms, for signatures, which hold for an hour */
  request(robot: Robot, message: GroupMessage, now: number): { url: string; body: unknown };
  /** The body of an answer with status 200; null when no robot of this product speaks like that. */
  readReply(body: Readonly<Record<string, unknown>>): RobotReply | null;
};

/** Staff names and the customer's words are plain text: nothing in them may become a mention, a link or an image. */
export const isPhoneNumber = (mention: string): boolean => /^\+?\d[\d-]{5,19}$/.test(mention);

export const refused = (problem: ChatProblem, code: number, answer: unknown): RobotReply => ({
  isPosted: false,
  problem,
  answer: `${code} ${typeof answer === 'string' ? answer : ''}`.trim(),
});
