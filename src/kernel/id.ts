/** A UUIDv7 made where the record is made. Branded so that a household's id is never taken for a person's. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * A UUIDv7 from milliseconds since 1970 and ten bytes of randomness (RFC 9562 §5.7).
 * Pure: the caller brings clock and randomness, so a generator can be deterministic.
 */
export function uuidV7<Kind extends string>(milliseconds: number, random: Uint8Array): Id<Kind> {
  const bytes = new Uint8Array(16);
  let rest = milliseconds;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}
