import type { Robot } from '../../channels/group-chat/product.ts';
import type { OrganisationKey } from '../../platform/crypto/organisation-key.ts';
import { open, seal, UnsealError } from '../../platform/crypto/seal.ts';

/** A robot's address and secret lie sealed under the organisation's key, bound to their department. */

const placeOf = (department: string) => `group-chat:${department}`;

export function sealRobot(key: OrganisationKey, department: string, robot: Robot): Buffer {
  return seal(key(), JSON.stringify(robot), placeOf(department));
}

/** @throws UnsealError */
export function openRobot(key: OrganisationKey, department: string, secret: Buffer): Robot {
  return JSON.parse(open(key(), secret, placeOf(department))) as Robot;
}

/** Null where it was changed or sealed under another key: whoever sets it anew must not be kept from that. */
export function readRobot(key: OrganisationKey, department: string, secret: Buffer): Robot | null {
  try {
    return openRobot(key, department, secret);
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}
