import { createCipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { LruCache } from './lru-cache.ts';
import { keyBytes, openBytes, type SealingKey, sealBytes } from './seal.ts';
import { blockBytes, type FoldSeed, writeBlock } from './token-blocks.ts';

/** Tickets of one segment share their token of a word; another segment has another. Counted in ticket ids. */
export const ticketsPerSegment = 32_768;
export const segmentOf = (ticketId: number): number => Math.floor(ticketId / ticketsPerSegment);

/**
 * The other six bits of a token are the segment's last: tokens of tickets that come in together then lie together in the index, which makes
 * adding them about four times cheaper than strewing them over all of it.
 */
const keyedBits = 26;

const dataKeyPurpose = 'data-key';
const searchKeyPurpose = 'search-key';
const contactHashBytes = 16;

export const wrapKey = (masterKey: SealingKey, key: Buffer, purpose = dataKeyPurpose) =>
  sealBytes(masterKey, key, purpose);
/** @throws UnsealError under another master key. */
export const unwrapKey = (masterKey: SealingKey, wrapped: Buffer, purpose = dataKeyPurpose) =>
  openBytes(masterKey, wrapped, purpose);
export const wrapSearchKey = (masterKey: Buffer, key: Buffer) => wrapKey(masterKey, key, searchKeyPurpose);
export const unwrapSearchKey = (masterKey: Buffer, wrapped: Buffer) => unwrapKey(masterKey, wrapped, searchKeyPurpose);

/** Names a wrapped key without giving it away: its nonce. Other processes are told by it which key to forget. */
export const fingerprintOf = (wrapped: Buffer): string => wrapped.toString('hex', 1, 13);

/** All keys of a running process: the master key wraps customers' data keys; the search key makes hashes and tokens. */
export class KeyRing {
  readonly #masterKey: KeyObject;
  readonly #contactKey: KeyObject;
  readonly #linkKey: KeyObject;
  readonly #tokenKey: KeyObject;
  readonly #seed: FoldSeed;
  readonly #unwrapped: LruCache<KeyObject>;

  constructor(masterKey: Buffer, searchKey: Buffer, cachedKeys = 10_000) {
    if (masterKey.length !== keyBytes || searchKey.length !== keyBytes) throw new Error(`A key has ${keyBytes} bytes`);
    this.#masterKey = createSecretKey(masterKey);
    this.#linkKey = createSecretKey(derive(masterKey, 'party-link', keyBytes));
    this.#contactKey = createSecretKey(derive(searchKey, 'contact-hash', keyBytes));
    this.#tokenKey = createSecretKey(derive(searchKey, 'search-token', keyBytes));
    const seed = derive(searchKey, 'search-fold', 12);
    this.#seed = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8)];
    this.#unwrapped = new LruCache(cachedKeys);
  }

  newDataKey(): { key: KeyObject; wrapped: Buffer } {
    const bytes = randomBytes(keyBytes);
    const wrapped = wrapKey(this.#masterKey, bytes);
    return { key: this.#keep(wrapped.toString('latin1'), bytes), wrapped };
  }

  /** @throws UnsealError when it was wrapped by another master key. */
  unwrap(wrapped: Buffer): KeyObject {
    const name = wrapped.toString('latin1');
    const known = this.#unwrapped.get(name);
    if (known) return known;
    return this.#keep(name, unwrapKey(this.#masterKey, wrapped));
  }

  #keep(name: string, bytes: Buffer): KeyObject {
    const key = createSecretKey(bytes);
    this.#unwrapped.set(name, key);
    return key;
  }

  /** Drops a key from memory, by `fingerprintOf` its wrapped form. */
  forget(fingerprint: string): void {
    this.#unwrapped.deleteWhere((name) => fingerprintOf(Buffer.from(name, 'latin1')) === fingerprint);
  }

  forgetAll(): void {
    this.#unwrapped.deleteWhere(() => true);
  }

  /** Signs what stands in a link that was sent out; links die with the master key that signed them. */
  signLink(payload: string): Buffer {
    return createHmac('sha256', this.#linkKey).update(payload, 'utf8').digest();
  }

  /** 16 bytes; equal for equal normalised contacts, tells nothing to whoever lacks the key. */
  contactHash(normalisedContact: string): Buffer {
    const digest = createHmac('sha256', this.#contactKey).update(normalisedContact, 'utf8').digest();
    return digest.subarray(0, contactHashBytes);
  }

  /**
   * Sorted, each once, signed 32 bits. Words that meet by chance are told apart when the candidate is decrypted.
   * @param most how many at most: those of the first words
   */
  tokens(words: Iterable<string>, segment: number, most = Number.POSITIVE_INFINITY): number[] {
    let all = this.#encrypt([...words], [segment]);
    if (all.length > most) all = Int32Array.from([...new Set(all)].slice(0, most));
    const tokens: number[] = [];
    for (const token of all.sort()) if (token !== tokens.at(-1)) tokens.push(token);
    return tokens;
  }

  /** Each once, in the order of the words. */
  tokensInOrder(words: Iterable<string>, segment: number): number[] {
    return [...new Set(this.#encrypt([...words], [segment]))];
  }

  /** The same words in each of several segments, in the order given; one cipher call for all. */
  tokensBySegment(words: readonly string[], segments: readonly number[]): number[][] {
    const tokens = this.#encrypt(words, segments);
    return segments.map((_, at) => Array.from(tokens.subarray(at * words.length, (at + 1) * words.length)));
  }

  #encrypt(words: readonly string[], segments: readonly number[]): Int32Array {
    const blocks = new Uint8Array(words.length * segments.length * blockBytes);
    let at = 0;
    for (const segment of segments) {
      for (const word of words) {
        writeBlock(blocks, at, word, segment, this.#seed);
        at += blockBytes;
      }
    }
    // ECB on purpose: each block is one input of a keyed permutation, not a message.
    const cipher = createCipheriv('aes-256-ecb', this.#tokenKey, null).setAutoPadding(false);
    const sealed = cipher.update(blocks);
    const tokens = new Int32Array(words.length * segments.length);
    for (let i = 0; i < tokens.length; i++) {
      const prefix = (segments[Math.floor(i / words.length)] ?? 0) << keyedBits;
      tokens[i] = prefix | (sealed.readUInt32LE(i * blockBytes) >>> (32 - keyedBits));
    }
    return tokens;
  }
}

function derive(key: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `huiyin ${purpose}`, bytes));
}
