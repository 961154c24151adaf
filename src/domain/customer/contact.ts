/**
 * One spelling per contact, so that the same phone, e-mail or account is found however it was written down. What is
 * normalised is only hashed or compared, never shown.
 */
const label =
  /^(?:(?:手机|电话|联系电话|座机|固话|传真|邮箱|微信|微信号|qq|tel|phone|mobile|e-?mail|wechat|wx)\s*[号码]?\s*:\s*)+/i;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const extension = /(?:转|分机|ext\.?|x|#|,)(\d{1,6})$/i;
/** Of WeChat, QQ, Telegram and the like: named as such whatever it is, or as such names are spelt. */
const namedAccount =
  /(?:微信|wechat|weixin|wx|qq|钉钉|飞书|企微|line|telegram|whatsapp|skype)\s*(?:号码|号|id)?\s*[:=]?\s*[^\s:=]{2,}/iu;
const account = /^@?[a-z][\w.-]{4,}$/iu;
/** Anything longer is prose; patterns are not tried on it. */
const longestContact = 200;
const phone = /^\+?\d{5,20}$/;

export function normaliseContact(contact: string): string {
  if (contact.length > longestContact) return contact.normalize('NFKC').trim().toLowerCase();
  const text = cleaned(contact).replace(label, '').trim();
  if (email.test(text)) return text.toLowerCase();
  return normalisePhone(text) ?? text.toLowerCase().replace(/\s+/g, ' ');
}

/** Several contacts written into one field, each normalised; each once. */
export function contactsOf(field: string): string[] {
  const parts = partsOf(field).map(normaliseContact);
  return [...new Set(parts.filter((part) => part !== ''))];
}

/**
 * Whether somebody can be reached by what stands in the field: a number of five digits or more, however it is written and
 * whatever stands beside it, an e-mail address, or an account. Lenient, since a contact refused is a customer turned away.
 */
export function isPlausibleContact(field: string): boolean {
  return partsOf(field)
    .map((part) => cleaned(part.slice(0, longestContact)))
    .some(
      (part) =>
        part.replace(/\D/g, '').length >= 5 ||
        part.split(' ').some((word) => email.test(word)) ||
        namedAccount.test(part) ||
        account.test(part.replace(label, '')),
    );
}

const partsOf = (field: string) => field.split(/[,，;；、|\n/]+/);

const cleaned = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

export function isPhone(normalised: string): boolean {
  return /^\+?\d{5,20}(#\d{1,6})?$/.test(normalised);
}

/** Mainland numbers lose their country code, landlines get back their leading zero; others keep `+` and country code. */
function normalisePhone(text: string): string | null {
  const compact = text.replace(/[\s().·_\-\u2010-\u2015\u2212]/g, '');
  const inner = extension.exec(compact)?.[1];
  const number = inner === undefined ? compact : compact.replace(extension, '');
  if (!phone.test(number)) return null;
  const national = nationalNumber(number.replace(/^00/, '+'));
  return inner === undefined ? national : `${national}#${inner}`;
}

function nationalNumber(number: string): string {
  const local = /^\+86(\d{5,})$/.exec(number)?.[1] ?? /^86(1[3-9]\d{9})$/.exec(number)?.[1];
  if (local === undefined) return number.replace(/^0(1[3-9]\d{9})$/, '$1');
  if (/^0?1[3-9]\d{9}$/.test(local)) return local.replace(/^0/, '');
  const isServiceNumber = /^(?:[48]00\d{7}|9\d{4,7}|1\d{4})$/.test(local);
  return local.startsWith('0') || isServiceNumber ? local : `0${local}`;
}
