/** Where the QR code of a flyer leads: whether that flyer is still right. Without language. */
export const checkPath = (stek: string, fingerprint?: string): string => `/${stek}/flyer${fingerprint ? `?v=${fingerprint}` : ''}`
