/** Apart, because every form asks: the rest comes with the first signature. */
export const canSign = (): boolean => typeof window.PublicKeyCredential === 'function';
