/** `bytea[]` in PostgreSQL's binary format, which `pg` passes on as it is: as text every byte would be two digits, and escaped. */
const bytea = 17;
const headBytes = 20;

export function byteaArray(values: readonly Buffer[]): Buffer {
  const array = Buffer.allocUnsafe(values.reduce((bytes, { length }) => bytes + 4 + length, headBytes));
  array.writeInt32BE(1, 0); // dimensions
  array.writeInt32BE(0, 4); // has no nulls
  array.writeInt32BE(bytea, 8);
  array.writeInt32BE(values.length, 12);
  array.writeInt32BE(1, 16); // first index
  let at = headBytes;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    at += value.copy(array, at);
  }
  return array;
}
