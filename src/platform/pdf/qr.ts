import QRCode from 'qrcode'

/** White modules around the code that a reader needs (ISO/IEC 18004, 9.1). */
const QUIET = 4

/**
 * A QR code as one SVG path of dark modules with its quiet zone, medium error correction (15 % may be damaged), scalable to any size.
 * Throws an Error when the text is longer than about 2 300 bytes.
 */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? '1' : '0')).join(''),
  )
  const path = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#000" d="${path.join('')}"/></svg>`
}
