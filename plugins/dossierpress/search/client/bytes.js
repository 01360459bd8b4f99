/** Bytes as `search/encoding.py` writes them. */

/**
 * Unpack a file. Some servers unpack what ends in .gz themselves; then it is ready.
 * @param {ArrayBuffer} packed
 * @returns {Promise<Uint8Array>}
 */
export async function unpacked(packed) {
  const bytes = new Uint8Array(packed)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Reads numbers of seven bits a byte (LEB128), one after the other. */
export class Numbers {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes
    this.at = 0
  }

  /** @returns {number} the next one */
  next() {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++]
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
}

/**
 * Cut bytes into the streams that they hold.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array[]}
 */
export function streams(bytes) {
  const head = new Numbers(bytes)
  const sizes = Array.from({ length: head.next() }, () => head.next())
  let at = head.at
  return sizes.map((size) => bytes.subarray(at, (at += size)))
}

/** @param {Uint8Array} bytes */
export const text = (bytes) => new TextDecoder().decode(bytes)
