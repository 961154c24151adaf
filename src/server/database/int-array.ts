/** `int[]` in PostgreSQL's binary format, which `pg` passes on as it is: no text to write here and to read there. */
const int4 = 23;
const headBytes = 20;

export function intArray(values: readonly number[]): Buffer {
  const array = Buffer.allocUnsafe(headBytes + values.length * 8);
  array.writeInt32BE(1, 0); // dimensions
  array.writeInt32BE(0, 4); // has no nulls
  array.writeInt32BE(int4, 8);
  array.writeInt32BE(values.length, 12);
  array.writeInt32BE(1, 16); // first index
  let at = headBytes;
  for (const value of values) {
    array.writeInt32BE(4, at);
    array.writeInt32BE(value, at + 4);
    at += 8;
  }
  return array;
}
