/** Arrays in PostgreSQL's binary format, which `pg` passes on as they are: no text to write here and to read there. */
const typeIds = { bytea: 17, int4: 23 };
const headBytes = 20;

export function intArray(values: readonly number[]): Buffer {
  const array = withHead('int4', values.length, values.length * 8);
  let at = headBytes;
  for (const value of values) {
    array.writeInt32BE(4, at);
    array.writeInt32BE(value, at + 4);
    at += 8;
  }
  return array;
}

/** `bytea[]`; as text every byte would be two digits, and escaped. */
export function byteaArray(values: readonly Buffer[]): Buffer {
  const bytes = values.reduce((sum, { length }) => sum + 4 + length, 0);
  const array = withHead('bytea', values.length, bytes);
  let at = headBytes;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    at += value.copy(array, at);
  }
  return array;
}

/** Room for so many elements of one dimension, their lengths and bytes still to be written. */
function withHead(type: keyof typeof typeIds, count: number, bytes: number): Buffer {
  const array = Buffer.allocUnsafe(headBytes + bytes);
  array.writeInt32BE(1, 0); // dimensions
  array.writeInt32BE(0, 4); // has no nulls
  array.writeInt32BE(typeIds[type], 8);
  array.writeInt32BE(count, 12);
  array.writeInt32BE(1, 16); // first index
  return array;
}
