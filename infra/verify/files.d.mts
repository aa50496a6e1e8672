/** The texts of `verify.html` and `verify.py`. */
export function verifierFiles(): Promise<{ readonly page: string; readonly script: string }>;
