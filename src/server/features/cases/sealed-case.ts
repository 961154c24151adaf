import type { CaseText } from '../../../domain/case/case-text.ts';
import type { OrganisationKey } from '../../platform/crypto/organisation-key.ts';
import { open, seal } from '../../platform/crypto/seal.ts';

/** What cases say lies sealed under the organisation's key, bound to its place: version, step or rating of one case. */

const versionPlace = (caseId: number, version: number) => `case:${caseId}:v${version}`;
const notePlace = (caseId: number, seq: number) => `case:${caseId}:s${seq}`;
const remarkPlace = (caseId: number, version: number, staffId: number) => `case:${caseId}:r${version}:${staffId}`;

export function sealCaseText(key: OrganisationKey, caseId: number, version: number, text: CaseText): Buffer {
  return seal(key(), JSON.stringify(text), versionPlace(caseId, version));
}

/** @throws UnsealError */
export function openCaseText(key: OrganisationKey, caseId: number, version: number, secret: Buffer): CaseText {
  return JSON.parse(open(key(), secret, versionPlace(caseId, version))) as CaseText;
}

export function sealNote(key: OrganisationKey, caseId: number, seq: number, note: string): Buffer | null {
  return note === '' ? null : seal(key(), note, notePlace(caseId, seq));
}

export function openNote(key: OrganisationKey, caseId: number, seq: number, note: Buffer | null): string {
  return note ? open(key(), note, notePlace(caseId, seq)) : '';
}

type RatingPlace = { caseId: number; version: number; staffId: number };

export function sealRemark(key: OrganisationKey, { caseId, version, staffId }: RatingPlace, remark: string) {
  return remark === '' ? null : seal(key(), remark, remarkPlace(caseId, version, staffId));
}

export function openRemark(key: OrganisationKey, { caseId, version, staffId }: RatingPlace, remark: Buffer | null) {
  return remark ? open(key(), remark, remarkPlace(caseId, version, staffId)) : '';
}
